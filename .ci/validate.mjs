// Holds what machines read of a finished site against outside validators:
// Atom feeds, the sitemaps, JSON feeds, ranking data and robots.txt. Each
// validator has to find a fault in a spoiled copy first, so that one that
// finds nothing is not mistaken for a site without faults.
//
//	node .ci/validate.mjs PUBLIC
//
// The schema of sitemaps is that of sitemaps.org, out of the package `sitemap`;
// that of their index is written down in schemas/siteindex.xsd;
// the schema of JSON Feed 1.1 is out of `jsonfeed-schema`. What RFC 4287 asks
// of Atom is written down in schemas/atom.rng; ranking.json answers to the
// schema that the site publishes itself.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { validateXML } = require('xmllint-wasm');
const Ajv = require('ajv');
const Ajv2020 = require('ajv/dist/2020');
const formats = require('ajv-formats');
const robotsParser = require('robots-parser');

const root = process.argv[2];
if (!root) {
	console.error('usage: node .ci/validate.mjs PUBLIC');
	process.exit(2);
}
const names = readdirSync(root, { recursive: true }).map((name) => name.split(path.sep).join('/')).sort();
const read = (name) => readFileSync(path.join(root, name), 'utf8');
const named = (...bases) => names.filter((name) => bases.includes(path.basename(name)));
const beside = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

// Each validator takes a file's name and text and returns its findings.
const xml = (schema, extension) => async (name, text) => {
	const { valid, errors } = await validateXML({ xml: { fileName: 'file.xml', contents: text }, schema, extension });
	const found = errors.map((e) => (e.loc ? `${name}:${e.loc.lineNumber}: ${e.message}` : `${name}: ${e.rawMessage}`));
	return valid ? [] : found.length > 0 ? found : [`${name}: xmllint says no more than that it is not valid`];
};

const json = (ajv, schema) => {
	const holds = formats(ajv).compile(schema);
	return async (name, text) => (holds(JSON.parse(text)) ? [] : holds.errors.map((e) => `${name}: ${e.instancePath || '/'} ${e.message}`));
};

// robots.txt has no schema: a robot's own parser has to find the sitemap by
// it, and to be let in to every address there.
const robots = async (name, text) => {
	const maps = names.filter((name) => /^sitemap[^/]*\.xml$/.test(name));
	const addresses = [...maps.map(read).join('').matchAll(/<loc>([^<]*)<\/loc>/g)].map((m) => m[1].replaceAll('&amp;', '&'));
	const sitemap = new URL('/sitemap.xml', addresses[0]);
	const rules = robotsParser(new URL('/robots.txt', addresses[0]).href, text);
	return [
		...(rules.getSitemaps().some((s) => s.startsWith(sitemap.origin) && s.endsWith('/sitemap.xml')) ? [] : [`${name}: no sitemap is named`]),
		...addresses.filter((a) => !rules.isAllowed(a, 'anybot')).map((a) => `${name}: ${a} may not be read`),
	];
};

const kinds = [
	{ files: named('feed.xml', 'changes.xml'), validate: xml(beside('schemas/atom.rng'), 'relaxng'),
		spoil: (text) => text.replace(/<updated>[^<]*/, '<updated>September 2025') },
	{ files: named('sitemap.xml'), validate: xml(beside('schemas/siteindex.xsd'), 'schema'),
		spoil: (text) => text.replaceAll('loc>', 'location>') },
	{ files: names.filter((name) => /^sitemap-.*\.xml$/.test(name)), validate: xml(readFileSync(require.resolve('sitemap/package.json').replace('package.json', 'schema/sitemap.xsd'), 'utf8'), 'schema'),
		spoil: (text) => text.replace(/<url>/, '<url><lastmod>September 2025</lastmod>') },
	{ files: named('feed.json', 'changes.json'), validate: json(new Ajv({ strict: false, allErrors: true }), require('jsonfeed-schema/v1.1')),
		spoil: (text) => text.replace('"feed_url": "https:', '"feed_url": "not an address:') },
	{ files: named('ranking.json').filter((name) => name.startsWith('guides/')), validate: json(new Ajv2020({ strict: false, allErrors: true }), JSON.parse(read('schema/ranking.json'))),
		spoil: (text) => text.replace('"rank": 1,', '"rank": "first",') },
	{ files: named('robots.txt'), validate: robots, spoil: (text) => text.replace('Allow: /', 'Disallow: /guides/') },
];

const findings = [];
for (const { files, validate, spoil } of kinds) {
	if (files.length === 0) {
		findings.push('a kind of file that the site has to have is not there');
		continue;
	}
	for (const name of files) {
		try {
			const text = read(name);
			if (spoil(text) === text || (await validate(name, spoil(text))).length === 0) {
				findings.push(`${name}: its validator finds no fault in a spoiled copy`);
			}
			findings.push(...await validate(name, text));
		} catch (fault) { // such as JSON that is none
			findings.push(`${name}: ${fault.message}`);
		}
	}
}
if (findings.length > 0) {
	console.log(findings.slice(0, 20).join('\n'));
	if (findings.length > 20) console.log(`and ${findings.length - 20} more`);
	process.exit(1);
}
