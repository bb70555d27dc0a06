package dev.usher.endpoint.scim;

import dev.usher.endpoint.security.AnswerNotes;
import dev.usher.people.Bulk;
import dev.usher.people.BulkOutcome;
import dev.usher.platform.Settings;
import dev.usher.scim.message.BulkMessage;
import dev.usher.scim.message.BulkOperation;
import dev.usher.scim.message.BulkRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;

/** {@code /Bulk} (RFC 7644 §3.7): 200 for a request that can be read, whatever became of its operations. */
@Path("Bulk")
@ApplicationScoped
public class BulkEndpoint {
    @Inject
    private Asked asked;

    @Inject
    private Bulk bulk;

    @Inject
    private Renderer renderer;

    @Inject
    private Locations locations;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest servletRequest;

    /** Does all of it. */
    @POST
    public Response run(InputStream body) {
        BulkRequest request = BulkRequest.read(asked.bulk(body), settings.bulkMaxOperations(), locations.base());
        List<BulkOutcome> outcomes = bulk.run(renderer.caller(), request, ScimErrorMapper::answer);
        if (outcomes.stream().noneMatch(BulkOutcome::done)) {
            AnswerNotes.nothingWritten(servletRequest);
        }
        return Answers.message(
                BulkMessage.response(outcomes.stream().map(this::shown).toList()));
    }

    private JsonObject shown(BulkOutcome outcome) {
        if (!(outcome.entry() instanceof BulkRequest.Entry.Ready ready)) {
            var broken = (BulkRequest.Entry.Broken) outcome.entry();
            return BulkMessage.failed(broken.method(), broken.bulkId(), "", broken.refusal());
        }
        BulkOperation operation = ready.operation();
        String method = operation.method().name();
        String location = outcome.id().isEmpty() ? "" : locations.of(operation.type(), outcome.id());
        return outcome.error()
                .map(error -> BulkMessage.failed(method, operation.bulkId(), location, error))
                .orElseGet(() ->
                        BulkMessage.done(method, operation.bulkId(), location, version(outcome), outcome.status()));
    }

    private static String version(BulkOutcome outcome) {
        return outcome.version().isPresent() ? "W/\"" + outcome.version().getAsLong() + "\"" : "";
    }
}
