package check

import "shortlist/internal/diag"

var (
	auditRank    = diag.Define(diag.Error, "audit-rank", "Two surfaces of the site state different ranks for one entry of a guide.")
	auditScore   = diag.Define(diag.Error, "audit-score", "Two surfaces of the site state different scores for one entry of a guide.")
	auditWeight  = diag.Define(diag.Error, "audit-weight", "Two surfaces of the site state different weights for one criterion of a guide.")
	auditFact    = diag.Define(diag.Error, "audit-fact", "Two surfaces of the site state different awards or facts of one entry, page or edition.")
	auditName    = diag.Define(diag.Error, "audit-name", "Two surfaces of the site give one provider, page or question different names.")
	auditOrder   = diag.Define(diag.Error, "audit-order", "Two surfaces of the site list the entries of a guide in different orders.")
	auditMissing = diag.Define(diag.Error, "audit-missing", "A surface of the site is not there, or lacks an entry or page that another has.")
	auditData    = diag.Define(diag.Error, "audit-data", "A data file of the site cannot be read in its own format.")

	auditJSONLD = diag.Define(diag.Error, "audit-jsonld", "A block of JSON-LD has a type that the site does not use, lacks a property that its type needs, or refers to what is not there.")
	auditAnswer = diag.Define(diag.Error, "audit-answer", "The JSON-LD states another question or answer than the page shows.")

	auditTitle       = diag.Define(diag.Warning, "audit-title", "The title of a page is too short or too long to be of use in a list of results.")
	auditDescription = diag.Define(diag.Warning, "audit-description", "The description of a page is that of another page too, or too short or too long to be of use.")
	auditOrphan      = diag.Define(diag.Warning, "audit-orphan", "No links lead from the home page to a page.")
	auditHeld        = diag.Define(diag.Error, "audit-held", "A finished file contains the address or title of something that is held back.")
)
