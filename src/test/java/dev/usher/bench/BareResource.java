package dev.usher.bench;

import dev.usher.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Reads or inserts one document over Usher's own data source; no security, no parsing, no rule. */
@Path("/documents")
@ApplicationScoped
@Produces("application/scim+json")
@Consumes("application/scim+json")
public class BareResource {
    private static final int TENANT = 1_000_000;

    @Inject
    private Database database;

    @GET
    @Path("/{id}")
    public String read(@PathParam("id") UUID id) {
        return database.one("SELECT doc FROM account_doc WHERE tenant_no=? AND id=?", row -> row.text(1), TENANT, id)
                .orElseThrow();
    }

    @POST
    public Response insert(String body) {
        UUID id = UUID.randomUUID();
        database.update("INSERT INTO account_doc(tenant_no, id, doc) VALUES (?,?,?)", TENANT, id, body);
        return Response.status(201).header("X-Id", id).entity(body).build();
    }
}
