package photo

import (
	"bytes"
	"compress/gzip"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"image"
	"io"
	"sync"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

// libwebp is Google's encoder, version 1.4.0, compiled to WebAssembly by
// github.com/gen2brain/webp 0.5.5 (lib/webp.wasm.gz there, byte for byte; licences
// beside it). A WebAssembly program computes the same on every machine. That module's
// own Go code is not used: it takes the machine's libwebp where there is one, which
// may be of another version, and only a build tag keeps it from that.
//
//go:embed libwebp/webp.wasm.gz
var libwebp []byte

// Limits of what is written as WebP: those of the format, and of the memory that
// the encoder takes, about 20 bytes for each pixel.
const (
	maxWebPSide   = 16_383
	maxWebPPixels = 8_000_000
)

// What the encoder is asked for: how good, and how much work it does (0 to 6).
const (
	webpQuality = 80
	webpLeast   = 30
	webpMethod  = 4
)

// encoder is compiled when the first picture wants it, which takes longer than a small
// picture does.
var encoder = sync.OnceValues(func() (func() (*instance, error), error) {
	return compile(wazero.NewRuntimeConfig())
})

// compile makes what opens instances of the encoder.
func compile(how wazero.RuntimeConfig) (open func() (*instance, error), err error) {
	zipped, err := gzip.NewReader(bytes.NewReader(libwebp))
	if err != nil {
		return nil, err
	}
	program, err := io.ReadAll(zipped)
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	runtime := wazero.NewRuntimeWithConfig(ctx, how)
	if _, err := wasi_snapshot_preview1.Instantiate(ctx, runtime); err != nil {
		return nil, err
	}
	compiled, err := runtime.CompileModule(ctx, program)
	if err != nil {
		return nil, err
	}
	return func() (*instance, error) {
		// Without a name, so that there may be several.
		m, err := runtime.InstantiateModule(ctx, compiled, wazero.NewModuleConfig().WithName(""))
		if err != nil {
			return nil, err
		}
		return &instance{ctx, m}, nil
	}, nil
}

// atOnce are so many pictures as do not fill a small machine's memory.
var atOnce = make(chan struct{}, 2)

// webp writes pixels as WebP: at a quality from 1 to 99, or without loss at 100.
func webp(pixels *image.NRGBA, quality int) ([]byte, error) {
	atOnce <- struct{}{}
	defer func() { <-atOnce }()
	open, err := encoder()
	if err != nil {
		return nil, fmt.Errorf("photo: WebP: %w", err)
	}
	i, err := open()
	if err != nil {
		return nil, fmt.Errorf("photo: WebP: %w", err)
	}
	defer i.close()
	out, err := i.encode(pixels, quality)
	if err != nil {
		return nil, fmt.Errorf("photo: WebP: %w", err)
	}
	return out, nil
}

var errWebP = errors.New("the encoder failed")

// encode has pixels encoded in the memory of an instance of its own.
func (i *instance) encode(pixels *image.NRGBA, quality int) ([]byte, error) {
	in, err := i.call("malloc", uint64(len(pixels.Pix)))
	if err != nil {
		return nil, err
	}
	size, err := i.call("malloc", 8)
	if err != nil {
		return nil, err
	}
	memory := i.module.Memory()
	if in == 0 || size == 0 || !memory.Write(uint32(in), pixels.Pix) {
		return nil, errWebP
	}
	const rgba = 0
	lossless := uint64(0)
	if quality == 100 {
		lossless = 1
	}
	out, err := i.call("encode", in, uint64(pixels.Rect.Dx()), uint64(pixels.Rect.Dy()), size, rgba, uint64(quality), webpMethod, lossless, 0)
	if err != nil {
		return nil, err
	}
	length, ok := memory.ReadUint32Le(uint32(size))
	if !ok || out == 0 || length == 0 {
		return nil, errWebP
	}
	encoded, ok := memory.Read(uint32(out), length)
	if !ok {
		return nil, errWebP
	}
	return bytes.Clone(encoded), nil
}
