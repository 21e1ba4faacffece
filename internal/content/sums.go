package content

import "crypto/sha256"

// Sums are the content of every file that the last load read, by its path.
func (l *Loader) Sums() map[string][sha256.Size]byte {
	sums := map[string][sha256.Size]byte{}
	if l.before == nil {
		return sums
	}
	for _, r := range l.before.readers() {
		sums[r.file.Path] = r.sum
	}
	return sums
}
