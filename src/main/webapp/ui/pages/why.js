import { check, cross, html, shortAttribute } from '../kit.js';

export const comparisons = (list) => html`<ol class="checks" aria-label="Mappings tried, in order">${list.map((one) => html`<li>
	<span class=${one.met ? 'yes' : 'no'}>${one.met ? check : cross}</span>
	<div><b>${one.mapping.name}</b> <span class="unseen">${one.met ? 'matches' : 'does not match'}</span>
		<div class="hint">${sentence(one)}</div></div></li>`)}</ol>`;

function sentence(one) {
	const { attribute } = one;
	if (!attribute) return 'All users: matches everybody';
	const name = html`<code title=${attribute}>${shortAttribute(attribute)}</code>`;
	if (!one.found?.length) return html`${name} is absent, wanted ${quoted(one.wanted)}`;
	return html`${name} = ${quoted(one.found)}${one.met ? html`, as wanted` : html`, wanted ${quoted(one.wanted)}`}${
		one.nearMiss ? html`: <strong class="wrong">${one.nearMiss}</b>` : ''}`;
}

const quoted = (values = []) => {
	const shown = values.slice(0, 5).map((value) => `"${value}"`).join(', ');
	return values.length > 5 ? `${shown} and ${values.length - 5} more` : shown;
};
