package photo

import (
	"context"

	"github.com/tetratelabs/wazero/api"
)

// instance is the encoder with a memory of its own.
type instance struct {
	ctx    context.Context
	module api.Module
}

// call calls a function that gives one value.
func (i *instance) call(name string, of ...uint64) (uint64, error) {
	out, err := i.module.ExportedFunction(name).Call(i.ctx, of...)
	if err != nil || len(out) != 1 {
		return 0, err
	}
	return out[0], nil
}

func (i *instance) close() { _ = i.module.Close(i.ctx) }
