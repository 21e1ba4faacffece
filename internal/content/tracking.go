package content

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"shortlist/internal/diag"
)

var trackingParameter = diag.Define(diag.Warning, "tracking-parameter",
	"The website of a provider has a parameter that tells who sent the reader, which a reader takes for a paid link.")

// tracking are the parameters that say who sent a reader, or for whose money; all
// that begin with utm_ are, too.
var tracking = []string{
	"ref", "ref_id", "refid", "ref_code", "referral", "referral_code", "referrer", "aff", "aff_id", "affid", "affiliate", "affiliate_id", "affiliateid",
	"partner", "partner_id", "partnerid", "irclickid", "clickid", "click_id", "subid", "sub_id", "tap_a", "tap_s",
	"gclid", "gbraid", "wbraid", "dclid", "fbclid", "msclkid", "ttclid", "twclid", "li_fat_id", "yclid", "mc_cid", "mc_eid", "_hsenc", "igshid",
}

// checkTracking reports an address that tells who sent the reader.
func (f *fields) checkTracking(name, address string) {
	u, err := url.Parse(address)
	if err != nil || u.RawQuery == "" {
		return
	}
	var found []string
	for parameter := range u.Query() {
		if p := strings.ToLower(parameter); strings.HasPrefix(p, "utm_") || slices.Contains(tracking, p) {
			found = append(found, "`"+parameter+"`")
		}
	}
	if len(found) == 0 {
		return
	}
	slices.Sort(found)
	f.r.report(trackingParameter, f.t.Get(name).Value.Span, fmt.Sprintf("`%s` tells who sent the reader: %s", name, strings.Join(found, ", ")),
		"write the plain address; a link that is paid for belongs to relationships.toml, as `links = { try = \"...\" }`")
}
