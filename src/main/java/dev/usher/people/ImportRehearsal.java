package dev.usher.people;

import dev.usher.catalog.Licence;
import dev.usher.mapping.MappingOrder;
import dev.usher.people.AccountImport.Result;
import dev.usher.people.store.AccountKeys;
import dev.usher.people.store.UniqueValues.Claim;
import dev.usher.scim.resource.ResourceReader;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a table would make, line by line: each line finds the names and seats taken that those before it would have taken.
 * It refuses in the order in which {@link AccountWrites#create} does, and changes nothing. One statement a line, and one
 * for each value of a tenant's own unique attributes. For one thread.
 */
public final class ImportRehearsal {
    private final ResourceReader reader;
    private final MappingOrder order;
    private final Licence licence;
    private final Predicate<byte[]> taken;
    private final Function<ScimResource, List<Claim>> claims;
    private final Set<ByteBuffer> names = new HashSet<>();
    private final Set<Map.Entry<Integer, ByteBuffer>> values = new HashSet<>();
    private long seats;

    /**
     * {@code taken} knows the keys of the names that users have; {@code claims} gives a new user's unique values, and
     * refuses those that somebody has.
     */
    ImportRehearsal(
            ResourceReader reader,
            MappingOrder order,
            Licence licence,
            Predicate<byte[]> taken,
            Function<ScimResource, List<Claim>> claims) {
        this.reader = reader;
        this.order = order;
        this.licence = licence;
        this.taken = taken;
        this.claims = claims;
    }

    /** Says which mapping would take the user, or why it would be refused. */
    public Result judge(JsonObject user) {
        return AccountImport.result(() -> judged(user));
    }

    private Result judged(JsonObject user) {
        ScimResource wanted = reader.read(ResourceType.USER, user).resource();
        String mapping = UserWrites.classified(order, wanted).mapping().name();
        byte[] name = AccountKeys.userName(wanted);
        AccountKeys.externalId(wanted); // refuses one that is too long
        if (names.contains(ByteBuffer.wrap(name)) || taken.test(name)) {
            throw Accounts.nameTaken();
        }
        List<Claim> claimed = claims.apply(wanted);
        for (Claim claim : claimed) {
            if (values.contains(key(claim))) {
                throw claim.taken();
            }
        }
        if (Life.born(wanted.bool("active").orElse(true)).seatHeld()) {
            if (!licence.seatsFor(seats + 1)) {
                throw Accounts.noSeat();
            }
            seats++;
        }
        names.add(ByteBuffer.wrap(name));
        claimed.forEach(claim -> values.add(key(claim)));
        return new Result(Optional.empty(), mapping, "", "");
    }

    private static Map.Entry<Integer, ByteBuffer> key(Claim claim) {
        return Map.entry(claim.attribute(), ByteBuffer.wrap(claim.value()));
    }
}
