package site

import (
	"io"

	"shortlist/internal/export/dataset"
	"shortlist/internal/report"
)

func (s *Site) dataset(g *report.Guide) dataset.Document {
	return dataset.New(g, s.lib.Site.BaseURL)
}

// planSchema lists the schema of the datasets.
func (s *Site) planSchema() {
	s.addFile("/"+dataset.SchemaPath, s.lib.Site.Origin, func(w io.Writer) error {
		_, err := w.Write(dataset.Schema(s.lib.Site.BaseURL))
		return err
	})
}
