package dev.usher.endpoint.admin;

import dev.usher.audit.ChainEnd;
import dev.usher.audit.ChainFault;
import dev.usher.audit.ChainReport;
import dev.usher.platform.Problem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** The report of a verification as JSON, and what a client wants it compared with. */
final class ChainJson {
    private ChainJson() {}

    /** {@code expectedSeq} and {@code expectedHash}, both or neither: an act as the log has witnessed it. */
    static Optional<ChainEnd> witness(UriInfo uri) {
        Optional<String> seq = RequestParameter.EXPECTED_SEQ.of(uri);
        Optional<String> hash = RequestParameter.EXPECTED_HASH.of(uri);
        if (seq.isPresent() != hash.isPresent()) {
            throw Problem.invalid("expectedSeq and expectedHash come together, as the log has them.");
        }
        return seq.isEmpty() ? Optional.empty() : Optional.of(ChainEnd.witnessed(seq.get(), hash.orElseThrow()));
    }

    static JsonObject of(ChainReport report) {
        var faults = Json.createArrayBuilder();
        report.faults().forEach(fault -> faults.add(of(fault)));
        return Json.createObjectBuilder()
                .add("intact", report.intact())
                .add("complete", report.complete())
                .add("events", report.events())
                .add("expiredThrough", report.expired().seq())
                .add(
                        "head",
                        Json.createObjectBuilder()
                                .add("seq", report.head().seq())
                                .add("hash", report.headHash())
                                .add("sealed", report.sealed()))
                .add("faults", faults)
                .build();
    }

    private static JsonObject of(ChainFault fault) {
        return Json.createObjectBuilder()
                .add("kind", fault.kind().name())
                .add("first", fault.first())
                .add("last", fault.last())
                .add("detail", fault.detail())
                .build();
    }
}
