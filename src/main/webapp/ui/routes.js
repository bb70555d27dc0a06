
/** Every address of the console below its tenant, the page's module, and its maker where that is called otherwise. @type {[string, string, string?][]} */
const ROUTES = [
	['', 'dashboard'], ['provisioning', 'provisioning'], ['connect/:idp', 'connect'], ['users', 'users'], ['users/:id', 'user'],
	['groups', 'groups'], ['groups/:id', 'groups', 'group'], ['profiles', 'catalog', 'profiles'], ['storage', 'catalog', 'storage'], ['journal', 'journal'],
	['audit', 'audit'], ['administrators', 'administrators'], ['settings', 'settings'], ['decisions', 'decisions'], ['jobs', 'jobs'],
	['jobs/:id', 'jobs', 'job'], ['platform', 'administrators', 'platform'], ['mail', 'mail'], ['tenants', 'tenants'],
];

/** A page's module is fetched when it is first opened. @returns {() => Promise<MakePage>} */
const loader = (module, maker = module) => async () => (await import(`./pages/${module}.js`))[maker];

/** Of an address that was mistyped, as it stands. */
export function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** The first route whose segments fit; a page that says so where none does. */
export function match(place) {
	const segments = place.split('/');
	for (const [pattern, ...page] of ROUTES) {
		const wanted = pattern.split('/');
		if (wanted.length !== segments.length || !wanted.every((part, index) => part.startsWith(':') || part === segments[index])) continue;
		const named = wanted.flatMap((part, index) => part.startsWith(':') ? [[part.slice(1), decoded(segments[index])]] : []);
		return { load: loader(...page), params: Object.fromEntries(named) };
	}
	return { load: loader('missing'), params: {} };
}
