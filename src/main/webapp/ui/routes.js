// @ts-check

/**
 * Every address of the console, below its tenant. A page's module is fetched when it is first opened.
 * @type {[string, () => Promise<MakePage>][]}
 */
export const ROUTES = [
	['', async () => (await import('./pages/dashboard.js')).dashboard],
	['provisioning', async () => (await import('./pages/provisioning.js')).provisioning],
	['connect/:idp', async () => (await import('./pages/connect.js')).connect],
	['users', async () => (await import('./pages/users.js')).users],
	['users/:id', async () => (await import('./pages/user.js')).user],
	['groups', async () => (await import('./pages/groups.js')).groups],
	['groups/:id', async () => (await import('./pages/groups.js')).group],
	['profiles', async () => (await import('./pages/profiles.js')).profiles],
	['storage', async () => (await import('./pages/storage.js')).storage],
	['journal', async () => (await import('./pages/journal.js')).journal],
	['audit', async () => (await import('./pages/audit.js')).audit],
	['administrators', async () => (await import('./pages/administrators.js')).administrators],
	['settings', async () => (await import('./pages/settings.js')).settings],
	['decisions', async () => (await import('./pages/decisions.js')).decisions],
	['jobs', async () => (await import('./pages/jobs.js')).jobs],
	['jobs/:id', async () => (await import('./pages/jobs.js')).job],
	['platform', async () => (await import('./pages/administrators.js')).platform],
	['tenants', async () => (await import('./pages/tenants.js')).tenants],
];

/**
 * The first route whose segments fit; a page that says so where none does.
 * @param {string} place the path below the tenant
 * @returns {{ load: () => Promise<MakePage>, params: Record<string, string> }}
 */
export function match(place) {
	const segments = place.split('/');
	for (const [pattern, load] of ROUTES) {
		const wanted = pattern.split('/');
		if (wanted.length !== segments.length) continue;
		if (wanted.every((part, index) => part.startsWith(':') || part === segments[index])) {
			const named = wanted.map((part, index) => [part, segments[index]]).filter(([part]) => part.startsWith(':'));
			return { load, params: Object.fromEntries(named.map(([part, value]) => [part.slice(1), decodeURIComponent(value)])) };
		}
	}
	return { load: async () => (await import('./pages/missing.js')).missing, params: {} };
}
