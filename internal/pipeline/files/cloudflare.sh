#!/bin/sh
# Builds the site on Cloudflare: give "sh build.sh" as the build command, and set the variable SHORTLIST to the address of the
# archive of the program for Linux. What is to be published by itself needs a deploy hook that something calls each hour.
set -eu
cd "$(dirname "$0")"
curl -fsSL "$SHORTLIST" | tar -xz -C /tmp shortlist
/tmp/shortlist check
branch=${WORKERS_CI_BRANCH:-${CF_PAGES_BRANCH:-main}}
if [ "$branch" = main ]; then
	/tmp/shortlist build --host cloudflare-workers --adopt
else
	# A preview has drafts, and search engines are kept out.
	/tmp/shortlist build --host cloudflare-workers --adopt --preview
fi
/tmp/shortlist verify public
