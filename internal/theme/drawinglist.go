package theme

import "strings"

// The namespaces of a drawing. What is in any other is a program's own note, which
// browsers pass over.
const (
	nsSVG   = "http://www.w3.org/2000/svg"
	nsXLink = "http://www.w3.org/1999/xlink"
	nsXML   = "http://www.w3.org/XML/1998/namespace"
	nsHTML  = "http://www.w3.org/1999/xhtml"
	nsMath  = "http://www.w3.org/1998/Math/MathML"
)

// shown are the elements that a drawing may have: those of SVG 1.1 and 2 that show
// something by themselves, and those of SVG 1.2 that Inkscape writes.
var shown = named(`
	a altGlyph altGlyphDef altGlyphItem animate animateColor animateMotion animateTransform circle clipPath defs desc ellipse
	feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood
	feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
	filter flowDiv flowLine flowPara flowRegion flowRegionBreak flowRegionExclude flowRoot flowSpan font font-face font-face-format font-face-name font-face-src
	g glyph glyphRef hatch hatchPath hatchpath hkern image line linearGradient marker mask mesh meshGradient meshPatch meshRow meshgradient meshpatch meshrow metadata
	missing-glyph mpath path pattern polygon polyline radialGradient rect set solidColor solidcolor stop style svg switch symbol text textPath title tref tspan use view vkern`)

// ofDrawn are the attributes that they may have: those of SVG, the properties of CSS
// that SVG takes as attributes, and what drawing programs add without a namespace.
var ofDrawn = named(`
	accent-height accumulate additive alphabetic amplitude arabic-form ascent attributeName attributeType azimuth
	baseFrequency baseProfile bbox begin bias by calcMode cap-height class clipPathUnits content contentScriptType contentStyleType crossorigin cx cy d
	descent diffuseConstant divisor download dur dx dy edgeMode elevation encoding end exponent externalResourcesRequired
	fetchpriority filterRes filterUnits focusable font format from fr fx fy g1 g2 glyph-name glyphRef gradientTransform gradientUnits hanging hatchContentUnits hatchUnits height
	horiz-adv-x horiz-origin-x horiz-origin-y host agent href hreflang id ideographic in in2 intercept k k1 k2 k3 k4 kernelMatrix kernelUnitLength
	keyPoints keySplines keyTimes lang lengthAdjust limitingConeAngle local markerHeight markerUnits markerWidth maskContentUnits maskUnits mathematical max media method min mode
	name numOctaves offset operator order orient orientation origin overline-position overline-thickness panose-1 path pathLength patternContentUnits
	patternTransform patternUnits pitch points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY referrerpolicy rel rendering-intent
	repeatCount repeatDur requiredExtensions requiredFeatures restart result role rotate rx ry scale seed shape side slope space spacing specularConstant
	specularExponent spreadMethod startOffset stdDeviation stemh stemv stitchTiles strikethrough-position strikethrough-thickness string surfaceScale
	systemLanguage tabindex tableValues target targetX targetY textLength title to transform type u1 u2 underline-position underline-thickness
	unicode unicode-range units-per-em v-alphabetic v-hanging v-ideographic v-mathematical values version vert-adv-y vert-origin-x vert-origin-y viewBox viewTarget
	width widths x x-height x1 x2 xChannelSelector y y1 y2 yChannelSelector z zoomAndPan
	alignment-baseline backdrop-filter background background-color baseline-shift block-progression clip clip-path clip-rule color color-adjust color-interpolation color-interpolation-filters color-profile color-rendering
	cursor direction display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font-family font-feature-settings font-kerning
	font-size font-size-adjust font-stretch font-style font-variant font-variant-caps font-variant-ligatures font-variant-numeric font-variation-settings font-weight
	glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color line-height
	marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-inside shape-margin shape-padding
	shape-rendering solid-color solid-opacity stop-color stop-opacity stroke stroke-alignment stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
	stroke-opacity stroke-width style text-align text-anchor text-decoration text-indent text-orientation text-overflow text-rendering text-transform transform-box transform-origin
	unicode-bidi vector-effect visibility white-space will-change word-spacing writing-mode`)

func named(names string) map[string]bool {
	out := map[string]bool{}
	for name := range strings.FieldsSeq(names) {
		out[name] = true
	}
	return out
}

// mayHave reports whether a drawing may have an attribute that is in no namespace.
func mayHave(name string) bool {
	return ofDrawn[name] || strings.HasPrefix(name, "data-") || strings.HasPrefix(name, "aria-") || strings.HasPrefix(name, "-inkscape-")
}

// inside are the kinds of data that a drawing may have in it, where it shows a picture
// and where its styles name one or a font.
var (
	pictures  = named("image/png image/jpeg image/jpg image/gif image/webp image/avif image/svg+xml")
	typefaces = named(`font/woff2 font/woff font/ttf font/otf application/font-woff application/font-woff2 application/x-font-woff application/x-font-ttf
		application/font-sfnt application/vnd.ms-fontobject application/octet-stream`)
)

// holds reports whether an address is data of one of the kinds.
func holds(address string, kinds ...map[string]bool) bool {
	if len(address) < 5 || !strings.EqualFold(address[:5], "data:") {
		return false
	}
	kind, _, _ := strings.Cut(address[5:min(len(address), 100)], ",")
	kind, _, _ = strings.Cut(kind, ";")
	for _, k := range kinds {
		if k[strings.ToLower(strings.TrimSpace(kind))] {
			return true
		}
	}
	return false
}
