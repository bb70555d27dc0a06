package dev.usher.people;

import static java.util.Objects.requireNonNull;

import dev.usher.catalog.Licences;
import dev.usher.extension.Extensions;
import dev.usher.mapping.Mappings;
import dev.usher.people.store.AccountRows;
import dev.usher.people.store.AttributeNumbers;
import dev.usher.people.store.AttributeNumbers.Numbers;
import dev.usher.people.store.UniqueValues;
import dev.usher.people.store.UniqueValues.Claim;
import dev.usher.people.store.ValueRows;
import dev.usher.platform.Contention;
import dev.usher.platform.Problem;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.resource.IndexedValues;
import dev.usher.scim.resource.ResourceReader;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.Caller;
import dev.usher.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes many manual users, each for itself: what is wrong with one stops no other. <b>Transaction:</b> none of its own, one
 * for each user.
 */
@ApplicationScoped
public class AccountImport {
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    private Accounts accounts;

    @Inject
    private AccountRows rows;

    @Inject
    private Tenants tenants;

    @Inject
    private Licences licences;

    @Inject
    private Mappings mappings;

    @Inject
    private Extensions extensions;

    @Inject
    private AttributeNumbers numbers;

    @Inject
    private UniqueValues unique;

    /**
     * What became of one. <b>Shape:</b> {@code id} only of one that was made; {@code mapping} names what takes it; {@code
     * code} and {@code reason} are blank unless it was refused.
     */
    public record Result(Optional<UserId> id, String mapping, String code, String reason) {
        public Result {
            requireNonNull(id, "id");
            requireNonNull(mapping, "mapping");
            requireNonNull(code, "code");
            requireNonNull(reason, "reason");
        }

        public boolean refused() {
            return !code.isEmpty();
        }
    }

    /** Makes the user, by the mappings and schemas of this moment, which may be newer than the caller's. */
    public Result create(Caller caller, JsonObject user) {
        return result(() -> {
            Caller now = tenants.now(caller);
            AccountView made = accounts.create(now, reader(now).read(ResourceType.USER, user));
            return new Result(Optional.of(made.id()), made.assigned().mappingName(), "", "");
        });
    }

    /** Says what {@link #create} would do with many, one after the other, as things stand now. */
    public ImportRehearsal rehearsal(Caller caller) {
        SchemaRegistry registry = extensions.registry(caller);
        Numbers known = numbers.prepared(caller, registry);
        return new ImportRehearsal(
                new ResourceReader(registry),
                mappings.order(caller),
                licences.of(caller.tenant()),
                name -> rows.byName(caller.tenant(), name).isPresent(),
                user -> claims(caller, registry, known, user));
    }

    /** A new user's unique values, which nobody has. */
    private List<Claim> claims(Caller caller, SchemaRegistry registry, Numbers known, ScimResource user) {
        List<Claim> claims = ValueRows.claims(known, IndexedValues.of(registry, AccountBook.stored(user)));
        unique.refuseTaken(caller.tenant(), NOBODY, claims);
        return claims;
    }

    /** The refusal of a line that describes nobody. */
    public static Result refusal(String reason) {
        return new Result(Optional.empty(), "", "invalid-line", reason);
    }

    private ResourceReader reader(Caller caller) {
        return new ResourceReader(extensions.registry(caller));
    }

    static Result result(Supplier<Result> act) {
        try {
            return act.get();
        } catch (ScimException e) {
            String code = e.code().or(() -> e.scimType().map(ScimType::text)).orElse("refused");
            return new Result(Optional.empty(), "", code, e.detail());
        } catch (Problem e) {
            return new Result(Optional.empty(), "", e.code(), e.detail());
        } catch (Contention e) {
            return new Result(Optional.empty(), "", "busy", "Others were in the way; send this line again.");
        }
    }
}
