// The one client of the admin API. Every request is JSON and carries the header that no foreign page can set.

const BASE = '/api/v1';
const PROOF_CODES = ['proof-required', 'reauthentication-required'];

class ApiError extends Error {
	constructor(status, problem) {
		super(problem?.detail ?? problem?.title ?? fallback(status));
		this.status = status;
		this.problem = problem ?? {};
		this.title = problem?.detail ? problem?.title : undefined;
		this.code = problem?.code ?? String(problem?.type ?? '').split(':').at(-1) ?? '';
	}
}

function fallback(status) {
	if (status === 0) return 'Usher cannot be reached. Check the network.';
	if (status === 429) return 'Too many requests. Wait a moment.';
	if (status >= 500) return `Usher failed to answer (${status}).`;
	return `The request was refused (${status}).`;
}

/** When the session has ended or a fresh password is asked for: true when the request may be sent again. Set by the session. */
export const gates = {
	signIn: async () => false,
	prove: async () => false,
	/** A page that only looks whether something happened was told that the session has ended. */
	ended: () => {},
};

/** What is empty is left out. */
export function url(path, query = {}) {
	const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
	const text = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
	return BASE + path + (text ? '?' + text : '');
}

export const path = (strings, ...parts) => String.raw({ raw: strings }, ...parts.map((part) => encodeURIComponent(part)));

/** @type {Send} */
async function send(method, to, { query, body, ifMatch, accept = 'application/json', poll }) {
	const headers = { Accept: accept, 'X-Usher-Console': '1' };
	if (body !== undefined) headers['Content-Type'] = 'application/json';
	if (ifMatch) headers['If-Match'] = ifMatch;
	if (poll) headers['X-Usher-Poll'] = '1';
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

async function call(method, to, /** @type {RequestOptions} */ options = {}) {
	let response = await send(method, to, options);
	for (let tries = 0; !response.ok && tries < 2; tries++) {
		const error = await refusal(response);
		if (options.poll && error.status === 401) gates.ended();
		const gate = options.bare || options.poll ? undefined : error.status === 401 ? gates.signIn : PROOF_CODES.includes(error.code) ? gates.prove : undefined;
		if (!gate || !(await gate())) throw error;
		response = await send(method, to, options);
	}
	if (!response.ok) throw await refusal(response);
	const text = await response.text();
	const json = (response.headers.get('Content-Type') ?? '').includes('json');
	// An answer without content is undefined, as a result that nobody needs is.
	return { body: json && text ? JSON.parse(text) : text || undefined, etag: response.headers.get('ETag') ?? '' };
}

export const api = {
	get: async (to, query) => (await call('GET', to, { query })).body,
	/** Does not keep the session alive, and asks nobody to sign in. */
	poll: async (to, query) => (await call('GET', to, { query, poll: true })).body,
	read: (to) => call('GET', to),
	post: async (to, body) => (await call('POST', to, { body: body ?? {} })).body,
	put: async (to, body, ifMatch) => (await call('PUT', to, { body, ifMatch })).body,
	patch: async (to, body, ifMatch) => (await call('PATCH', to, { body, ifMatch })).body,
	remove: async (to) => (await call('DELETE', to)).body,
	csv: async (to, query) => (await call('GET', to, { query, accept: 'text/csv' })).body,
	bare: async (method, to, body) => (await call(method, to, { body, bare: true })).body,
};

/** Every item of a list that is small by its nature; told of each page. */
export async function all(to, cap = 1000, /** @type {any} */ told = undefined, query = {}) {
	const items = [];
	let cursor;
	do {
		const page = await api.get(to, { ...query, limit: 200, cursor });
		told?.(page);
		items.push(...page.items);
		cursor = page.next;
	} while (cursor && items.length < cap);
	return items;
}

/** One of a list as it stands now, none for a new one, and how a form saves it: never over somebody else's change. */
export async function opened(base, one) {
	const to = one && `${base}/${one.id}`;
	/** @type {any} */ const { body, etag } = one ? await api.read(to) : {};
	return { known: body, save: (changed) => (one ? api.patch(to, changed, etag) : api.post(base, changed)) };
}

export function download(name, text) {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
	link.download = name;
	link.click();
	URL.revokeObjectURL(link.href);
}
