package site

import (
	"io"

	"shortlist/internal/export/dataset"
	"shortlist/internal/guide"
)

// planDataset lists the files from which anyone can compute a guide's ranking
// again.
func (s *Site) planDataset(g *guide.Guide) {
	s.addFile(datasetPath(g.Slug), g.Origin, func(w io.Writer) error { return dataset.JSON(w, s.dataset(g)) })
	s.addFile(tablePath(g.Slug), g.Origin, func(w io.Writer) error { return dataset.CSV(w, s.dataset(g)) })
}

func (s *Site) dataset(g *guide.Guide) dataset.Document {
	return dataset.New(g, dataset.Options{BaseURL: s.lib.Site.BaseURL, Plain: plain})
}

// planSchema lists the schema of the datasets.
func (s *Site) planSchema() {
	s.addFile("/"+dataset.SchemaPath, s.lib.Site.Origin, func(w io.Writer) error {
		_, err := w.Write(dataset.Schema(s.lib.Site.BaseURL))
		return err
	})
}
