
export function flat(value, path = '') {
	if (value === null || value === undefined) return [];
	if (Array.isArray(value)) return value.flatMap((one) => typeof one === 'object' ? element(one, path) : [[path, String(one)]]);
	if (typeof value !== 'object') return [[path, String(value)]];
	return Object.entries(value).filter(([name]) => name !== 'schemas' && name !== 'meta').flatMap(([name, one]) =>
		flat(one, path ? `${path}${/^urn:[^[]*:\w+$/.test(path) && path.split(':').at(-2)?.includes('.') ? ':' : '.'}${name}` : name));
}

const element = (one, path, name = one.type ? `${path} (${one.type})` : path) => 'value' in one
	? [[name, one.display && one.display !== one.value ? `${one.display} (${one.value})` : String(one.value)]]
	: flat(one, name).filter(([at]) => !at.endsWith('.type'));
