// The one client of the admin API. Every request is JSON and carries the header that no foreign page can set.

const BASE = '/api/v1';
const PROOF_CODES = ['proof-required', 'reauthentication-required'];

export class ApiError extends Error {
	/** @param {any} problem the problem+json document, or what there is of one */
	constructor(status, problem) {
		super(problem?.detail ?? problem?.title ?? fallback(status));
		this.status = status;
		this.problem = problem ?? {};
		this.title = problem?.detail ? problem?.title : undefined;
		this.code = problem?.code ?? String(problem?.type ?? '').split(':').at(-1) ?? '';
	}
}

function fallback(status) {
	if (status === 0) return 'Usher cannot be reached. Check the network and try again.';
	if (status === 429) return 'Too many requests. Wait a moment and try again.';
	if (status >= 500) return `Usher failed to answer (${status}). Nothing was changed unless the page shows it.`;
	return `The request was refused (${status}).`;
}

/**
 * What the console does when the session has ended or a fresh password is asked for: each gives true when the request
 * may be sent again. Set once by the frame.
 */
export const gates = {
	signIn: async () => false,
	prove: async () => false,
};

/** @param {RequestOptions['query']} [query] what is empty is left out */
export function url(path, query = {}) {
	const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
	const text = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
	return BASE + path + (text ? '?' + text : '');
}

export const path = (strings, ...parts) => String.raw({ raw: strings }, ...parts.map((part) => encodeURIComponent(part)));

/** @param {string} method @param {string} to @param {RequestOptions} options @returns {Promise<Response>} */
async function send(method, to, { query, body, ifMatch, accept = 'application/json' }) {
	const headers = { Accept: accept };
	if (method !== 'GET') headers['X-Usher-Console'] = '1';
	if (body !== undefined) headers['Content-Type'] = 'application/json';
	if (ifMatch) headers['If-Match'] = ifMatch;
	try {
		return await fetch(url(to, query), {
			method, headers, credentials: 'same-origin', cache: 'no-store', body: body === undefined ? undefined : JSON.stringify(body),
		});
	} catch {
		throw new ApiError(0, undefined);
	}
}

async function refusal(response) {
	const text = await response.text();
	try {
		return new ApiError(response.status, JSON.parse(text));
	} catch {
		// Not JSON: a proxy between the browser and Usher spoke; its page would help nobody.
		return new ApiError(response.status, undefined);
	}
}

async function call(method, to, options = {}) {
	let response = await send(method, to, options);
	for (let tries = 0; !response.ok && tries < 2; tries++) {
		const error = await refusal(response);
		const gate = options.bare ? undefined : error.status === 401 ? gates.signIn : PROOF_CODES.includes(error.code) ? gates.prove : undefined;
		if (!gate || !(await gate())) throw error;
		response = await send(method, to, options);
	}
	if (!response.ok) throw await refusal(response);
	const text = response.status === 204 ? '' : await response.text();
	const json = (response.headers.get('Content-Type') ?? '').includes('json');
	return { body: json && text ? JSON.parse(text) : text, etag: response.headers.get('ETag') ?? '' };
}

export const api = {
	get: async (to, query) => (await call('GET', to, { query })).body,
	read: (to, query) => call('GET', to, { query }),
	post: async (to, body) => (await call('POST', to, { body: body ?? {} })).body,
	put: async (to, body, ifMatch) => (await call('PUT', to, { body, ifMatch })).body,
	patch: async (to, body, ifMatch) => (await call('PATCH', to, { body, ifMatch })).body,
	remove: async (to) => (await call('DELETE', to)).body,
	csv: async (to, query) => (await call('GET', to, { query, accept: 'text/csv' })).body,
	/** Without asking to sign in when it is refused. */
	bare: async (method, to, body) => (await call(method, to, { body, bare: true })).body,
};

/** Every item of a list that is small by its nature, page after page. @param {(page: any) => void} [told] of each page */
export async function all(to, cap = 1000, told) {
	const items = [];
	let cursor;
	do {
		const page = await api.get(to, { limit: 200, cursor });
		told?.(page);
		items.push(...page.items);
		cursor = page.next;
	} while (cursor && items.length < cap);
	return items;
}

export function download(name, text) {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
	link.download = name;
	link.click();
	URL.revokeObjectURL(link.href);
}
