// Pure functions from values to what people read. No document, no clock of their own.

const LOCALE = 'en-GB';
const NUMBER = new Intl.NumberFormat(LOCALE);
const RELATIVE = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
const EXACT = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', timeStyle: 'long' });
const DAY = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long' });
const SHORT_DAY = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const STEPS = [['year', 31_536_000], ['month', 2_592_000], ['day', 86_400], ['hour', 3_600], ['minute', 60]];
export const UNITS = { MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 };

export const count = (value) => (value === null || value === undefined ? '–' : NUMBER.format(value));

export const plural = (value, one, many = one + 's') => `${NUMBER.format(value)} ${value === 1 ? one : many}`;

export function relative(at, now) {
	const seconds = (new Date(at).getTime() - now) / 1000;
	for (const [unit, length] of STEPS) {
		if (Math.abs(seconds) >= length) return RELATIVE.format(Math.trunc(seconds / length), unit);
	}
	return seconds > 0 ? 'in a moment' : 'just now';
}

/** A name within a text: letters that turn the direction of writing turn nothing of ours. */
export const isolated = (name) => (/[\u0590-\u08ff\u200e-\u202e\u2066-\u2069\ufb1d-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name);

export const quoted = (name) => `“${isolated(name)}”`;

export const exact = (at) => EXACT.format(new Date(at));

export const day = (at) => DAY.format(new Date(at));

export const shortDay = (date) => SHORT_DAY.format(new Date(date));

/** Days until then, one that has begun counts: 365 for a new token, 1 on its last day. */
export const daysUntil = (at, now) => Math.ceil((new Date(at).getTime() - now) / 86_400_000);

/** The largest unit that gives at most two decimals: 5368709120 is "5 GB". */
export function bytes(bytes) {
	if (bytes === null || bytes === undefined) return 'Unlimited';
	const unit = bytes >= UNITS.TB ? 'TB' : bytes >= UNITS.GB ? 'GB' : 'MB';
	return `${NUMBER.format(Math.round((bytes / UNITS[unit]) * 100) / 100)} ${unit}`;
}

/** How a form shows bytes: the largest unit in which they are a short decimal number. */
export function splitBytes(bytes) {
	if (bytes === null || bytes === undefined) return { amount: '', unit: 'GB' };
	for (const unit of ['TB', 'GB', 'MB']) {
		const amount = bytes / UNITS[unit];
		if (amount >= 1 && Number(amount.toFixed(2)) === amount) return { amount: String(amount), unit };
	}
	return { amount: String(bytes / UNITS.MB), unit: 'MB' };
}

export function joinBytes(amount, unit) {
	if (amount.trim() === '') return null;
	return Math.round(Number(amount) * UNITS[unit]);
}

/** The last name of a path that begins with a URN; any other path as it is. */
export function shortAttribute(path) {
	if (!/^urn:/i.test(path)) return path;
	const brackets = path.indexOf('[');
	const head = brackets < 0 ? path : path.slice(0, brackets);
	return path.slice(head.lastIndexOf(':') + 1) || path;
}

/**
 * Comma-separated values as the server reads them: blanks around a value are dropped, a value in double quotes may hold
 * a comma, and two quotes inside quotes are one.
 */
export function parseValues(text) {
	const values = [];
	const pattern = /\s*(?:"((?:[^"]|"")*)"\s*|([^,]*))(,|$)/gy;
	let match;
	while (pattern.lastIndex <= text.length && (match = pattern.exec(text))) {
		const value = match[1] !== undefined ? match[1].replaceAll('""', '"') : match[2].trim();
		if (value !== '' || match[1] !== undefined) values.push(value);
		if (match[3] === '') break;
	}
	return [...new Set(values)];
}

export const printValues = (values) =>
	values.map((value) => (/[",]|^\s|\s$|^$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(', ');

export function criteriaText(criteria) {
	if (!criteria) return '–';
	if (criteria.type === 'ALL_USERS') return 'All Users';
	return `${shortAttribute(criteria.attribute ?? '')} = ${printValues(criteria.values ?? [])}`;
}

/** "idp-delete" and "IDP_DELETE" as "Idp delete"; of a sentence only the first letter. */
export function words(code, sentence = false) {
	const text = sentence ? code : code.replaceAll(/[_.-]+/g, ' ').toLowerCase();
	return text.charAt(0).toUpperCase() + text.slice(1);
}

export function niceCeiling(value) {
	const least = Math.max(value, 4);
	const magnitude = 10 ** Math.floor(Math.log10(least));
	return [1, 2, 4, 8, 10].map((step) => step * magnitude).find((step) => step >= least) ?? 10 * magnitude;
}

/** @template T @param {T[]} list @returns {T[]} */
export function moved(list, from, to) {
	const copy = [...list];
	const [item] = copy.splice(from, 1);
	copy.splice(to, 0, item);
	return copy;
}
