package dev.usher.people;

import dev.usher.people.store.ResourceRows;
import dev.usher.tenant.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Users as SCIM sees them. <b>Transaction:</b> reading needs none. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Users {
    @Inject
    private ResourceRows resources;

    /** The user of this id; empty for one that is unknown, deleted or another tenant's. One statement, two with groups. */
    public Optional<StoredResource> find(Caller caller, UserId id, Parts parts) {
        return resources.user(caller, id.value(), parts);
    }
}
