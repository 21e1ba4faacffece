package deploy

import (
	"context"
	"fmt"
	"path"
	"slices"
	"time"
)

// A storage that rclone reaches has no lock, and not every one can refuse to write
// a file that is there. Each deploy therefore writes a file under a name of its own,
// then lists the folder of those. Who sees another one's file takes its own away
// and gives up. Of two that begin at once, the one that lists last sees the other's,
// so that never both go on; both may give up, and one is to try again.

// locks is the folder of these files, beside the list of files.
const locks = "deploy-lock"

// Locked says that another deploy is at work, or has ended without giving up its
// lock.
type Locked struct{ By string }

func (e *Locked) Error() string {
	return fmt.Sprintf("another deploy is at work, or was killed: %s", e.By)
}

// lock takes the lock. What is returned gives it up.
func (o *Options) lock(ctx context.Context) (unlock func() error, err error) {
	r := o.Remote
	own := path.Join(r.state, locks, o.Name)
	if err := r.write(ctx, own, []byte(o.Now.UTC().Format(time.RFC3339)+"\n")); err != nil {
		return nil, err
	}
	// An interrupt ends the deploy, and not the giving up of the lock.
	unlock = func() error {
		ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Minute)
		defer cancel()
		return r.remove(ending, []string{own})
	}
	held, err := r.list(ctx, path.Join(r.state, locks))
	if err != nil {
		return nil, fmt.Errorf("%w (the lock %s may be left)", err, own)
	}
	others := slices.DeleteFunc(held, func(name string) bool { return name == o.Name })
	if len(others) == 0 {
		return unlock, nil
	}
	if !o.Unlock {
		if err := unlock(); err != nil {
			return nil, err
		}
		return nil, &Locked{others[0]}
	}
	for i, name := range others {
		others[i] = path.Join(r.state, locks, name)
	}
	if err := r.remove(ctx, others); err != nil {
		return nil, err
	}
	return unlock, nil
}
