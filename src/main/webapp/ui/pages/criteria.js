/** Why no user can ever reach this mapping: what stands before it takes all of its users; empty when it can be reached. */
export function shadowing(order, index) {
	const { criteria } = order[index];
	const earlier = order.slice(0, index);
	const everybody = earlier.find((mapping) => mapping.criteria.type === 'ALL_USERS');
	if (everybody) return `“${everybody.name}” takes all users`;
	if (criteria.type === 'ALL_USERS') return '';
	const same = earlier.filter((mapping) => mapping.criteria.attribute?.toLowerCase() === criteria.attribute?.toLowerCase());
	const taken = new Set(same.flatMap((mapping) => mapping.criteria.values ?? []));
	const all = taken.size > 0 && (criteria.values ?? []).every((value) => taken.has(value));
	return all ? `“${same[0].name}”${same.length > 1 ? ' and others take' : ' takes'} all its values` : '';
}

export const openEnded = (order) => order.every((mapping) => mapping.criteria.type !== 'ALL_USERS');

/** The attributes that the IdP must send for the mappings to work, each once. */
export function neededAttributes(order) {
	const seen = new Map();
	for (const { criteria, name } of order) {
		if (criteria.type === 'ALL_USERS' || !criteria.attribute) continue;
		const key = criteria.attribute.toLowerCase();
		const known = seen.get(key) ?? { attribute: criteria.attribute, values: [], mappings: [] };
		known.values = [...new Set([...known.values, ...(criteria.values ?? [])])];
		known.mappings.push(name);
		seen.set(key, known);
	}
	return [...seen.values()];
}
