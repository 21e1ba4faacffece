package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"shortlist/internal/history"
	"shortlist/internal/output"
	"shortlist/internal/pipeline"
)

func builders() []string { return pipeline.Hosts() }

func checkBuilder(host string) error {
	return oneOf("--ci", host, append(builders(), "none"))
}

// holdsSite reports whether a folder has a publication.
func holdsSite(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, "content"))
	return err == nil
}

// addWorkflows writes the files of a host for a publication that is there.
func addWorkflows(ctx context.Context, t *tui, host, site string) error {
	if err := checkBuilder(host); err != nil {
		return err
	}
	in := inputs{site: site, format: "text"}
	lib, err := in.library(t, "nothing was written")
	if err != nil {
		return err
	}
	wrote, err := writeWorkflows(ctx, t, host, site, lib.Site.BaseURL)
	if err != nil {
		return err
	}
	t.say("wrote %s for %s", count(wrote, "file"), host)
	return nil
}

// writeWorkflows writes the files with which a host builds a site: at the root of
// its repository, or in its folder where there is none yet.
func writeWorkflows(ctx context.Context, t *tui, host, site, address string) (wrote int, err error) {
	within, root := ".", site
	if repo, err := history.Find(ctx, site); err == nil && repo.Folder() != "" {
		within = strings.TrimSuffix(repo.Folder(), "/")
		root = filepath.Join(site, strings.Repeat("../", strings.Count(repo.Folder(), "/")))
	}
	folder, err := output.MakeSite(root)
	if err != nil {
		return 0, err
	}
	defer folder.Close()
	for _, f := range pipeline.For(host, pipeline.Site{Folder: within, Address: address}) {
		made, err := output.WriteFirst(folder, f.Name, []byte(f.Text))
		if err == nil && made && f.Executable {
			err = output.MakeExecutable(folder, f.Name)
		}
		if err != nil {
			return wrote, err
		}
		if made {
			wrote++
		} else {
			t.say("left %s as it was", f.Name)
		}
	}
	return wrote, nil
}
