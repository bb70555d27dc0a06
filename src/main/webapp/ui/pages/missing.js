import { card, empty, head, html } from '../kit.js';

/** @type {MakePage} */
export const missing = ({ link }) => ({
	title: 'Not found',
	view: () => html`${head('Not found')}${card(empty('There is no such page',
		'The address may be mistyped, or what it named is gone.', html`<a class="button" href=${link('')}>To the dashboard</a>`))}`,
});
