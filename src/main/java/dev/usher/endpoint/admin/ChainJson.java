package dev.usher.endpoint.admin;

import dev.usher.audit.ChainFault;
import dev.usher.audit.ChainReport;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The report of a verification as JSON. */
final class ChainJson {
    private ChainJson() {}

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
                                .add("hash", report.headHash()))
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
