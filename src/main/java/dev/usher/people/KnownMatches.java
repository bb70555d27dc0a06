package dev.usher.people;

import dev.usher.extension.Extensions;
import dev.usher.mapping.AttributeCriteria;
import dev.usher.mapping.Criteria;
import dev.usher.people.store.MatchRows;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.filter.Path;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.Caller;
import dev.usher.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** How many of the known users would meet criteria that nobody has saved yet. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class KnownMatches {
    @Inject
    private Extensions extensions;

    @Inject
    private Tenants tenants;

    @Inject
    private MatchRows rows;

    /**
     * Counts users whom SCIM sees. <b>Shape:</b> {@code users} and {@code otherCase} are empty for an attribute whose values
     * are not all in the value table, and where counting takes too long; {@code otherCase} are users who would match if the case did not count.
     */
    public record Count(OptionalLong users, OptionalLong otherCase, long of) {}

    /**
     * Those of these criteria's attributes that no known user has, although there are users and the value table would show
     * it: either nobody is meant, or the identity provider does not send it. Two statements.
     */
    public Set<String> missing(Caller caller, Collection<AttributeCriteria> criteria) {
        if (criteria.isEmpty() || tenants.counts(caller.tenant()).visibleUsers() == 0) {
            return Set.of();
        }
        SchemaRegistry searching = extensions.searching(caller);
        var attributes = new HashMap<String, AttributePath>();
        for (AttributeCriteria each : criteria) {
            attribute(searching, each).ifPresent(found -> attributes.put(each.path(), found));
        }
        Set<AttributePath> absent = rows.absent(caller, extensions.registry(caller), attributes.values());
        return attributes.entrySet().stream()
                .filter(entry -> absent.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Optional<AttributePath> attribute(SchemaRegistry registry, AttributeCriteria criteria) {
        try {
            return Optional.of(
                    Path.parseAny(registry, ResourceType.USER, criteria.path()).attribute());
        } catch (ScimException e) {
            return Optional.empty(); // a schema was registered later, without this attribute: another warning says so
        }
    }

    /** Two statements at most. */
    public Count count(Caller caller, Criteria criteria) {
        long of = tenants.counts(caller.tenant()).visibleUsers();
        if (!(criteria instanceof AttributeCriteria attribute)) {
            return new Count(OptionalLong.of(of), OptionalLong.of(0), of);
        }
        Path path = Path.parseAny(extensions.searching(caller), ResourceType.USER, attribute.path());
        return rows.count(caller, extensions.registry(caller), path, attribute.values())
                .map(found ->
                        new Count(OptionalLong.of(found.exact()), OptionalLong.of(found.folded() - found.exact()), of))
                .orElseGet(() -> new Count(OptionalLong.empty(), OptionalLong.empty(), of));
    }
}
