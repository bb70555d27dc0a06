import { api, openDialog, path, toast, wizard } from '../kit.js';
import { assignmentOf, assignmentStep, criteriaOf, criteriaStep, draftOf, liveCount, mappingChoices } from './mapping-form.js';

/**
 * The New Mapping wizard.
 * @param {any} [from] the mapping to begin with ("duplicate and edit")
 * @returns {Promise<any>} the mapping made; undefined when cancelled
 */
export async function newMapping(tenant, from) {
	const choices = await mappingChoices(tenant);
	const draft = draftOf(from);
	return openDialog('New Mapping', (close, update) => {
		const live = liveCount(tenant, draft, update);
		if (from) live.changed();
		return wizard({
			update,
			close,
			steps: [
				{ title: 'Mapping Configuration', view: () => criteriaStep(draft, choices, live) },
				{ title: 'Backup Configuration', view: () => assignmentStep(draft, choices, update) },
			],
			run: async () => {
				const made = await api.post(path`/tenants/${tenant}/mappings`, {
					name: draft.name, criteria: criteriaOf(draft), assignment: assignmentOf(draft),
				});
				toast(`Mapping “${made.name}” created with the lowest priority`);
				for (const warning of made.warnings ?? []) toast(warning.text ?? String(warning), { stays: true });
				return made;
			},
		});
	});
}
