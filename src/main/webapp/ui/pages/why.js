import { check, cross, html, shortAttribute } from '../kit.js';

export function comparisons(list) {
	const winner = list.findIndex((one) => one.met);
	return html`<ol class="checks" aria-label="Mappings tried, in order">${list.map((one, index) => html`<li>
		<span class=${index === winner ? 'yes' : 'no'}>${one.met ? check : cross}</span>
		<div><b>${one.mapping.name}</b> <span class="unseen">${one.met ? 'matches' : 'does not match'}</span>
			<div class="hint">${sentence(one)}${one.met && index > winner ? '. An earlier one takes the user' : ''}</div></div></li>`)}</ol>`;
}

function sentence(one) {
	const { attribute } = one;
	if (!attribute) return 'All Users: matches everybody';
	const name = html`<code title=${attribute}>${shortAttribute(attribute)}</code>`;
	if (!one.found?.length) return html`${name} is absent, wanted ${quoted(one.wanted)}`;
	return html`${name} = ${quoted(one.found)}${one.met ? html`, as wanted` : html`, wanted ${quoted(one.wanted)}`}${
		one.nearMiss ? html`: <b class="wrong">${one.nearMiss}</b>` : ''}`;
}

const quoted = (values = []) => {
	const shown = values.slice(0, 5).map((value) => `"${value}"`).join(', ');
	return values.length > 5 ? `${shown} and ${values.length - 5} more` : shown;
};
