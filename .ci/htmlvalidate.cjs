// Rules for the finished pages. The recommended set stands, but for what is
// said here.
module.exports = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The content security policy blocks these, so they would do nothing.
    "no-inline-style": "error",
    // Pages are minified: blanks, the case of the doctype and the form of void
    // and boolean attributes are the minifier's, not ours.
    "no-trailing-whitespace": "off",
    "doctype-style": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // So is leaving out an attribute that says what holds anyway.
    "no-implicit-button-type": "off",
    // ARIA lets any element but a generic one have a name; so may a list.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // The box that a wide table scrolls in can be reached by keyboard and has a
    // name, but is no section of the text.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // The ids of footnotes have a colon, so that no heading's id is one of them.
    "valid-id": ["error", { relaxed: true }],
    // A rule for search engines of old; titles here carry the guide's name and
    // the publication's.
    "long-title": "off",
  },
};
