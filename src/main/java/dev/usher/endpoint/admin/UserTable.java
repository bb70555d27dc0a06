package dev.usher.endpoint.admin;

import dev.usher.extension.Extensions;
import dev.usher.people.AccountImport;
import dev.usher.people.AccountImport.Result;
import dev.usher.platform.Problem;
import dev.usher.platform.Settings;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;

/** Makes manual users of a table's lines, as many as a Bulk request has operations; a line for each in the answer. */
@ApplicationScoped
class UserTable {
    @Inject
    private AccountImport imports;

    @Inject
    private Extensions extensions;

    @Inject
    private Settings settings;

    JsonObject answer(Caller caller, InputStream entity, boolean dryRun) throws IOException {
        byte[] bytes = entity.readNBytes(settings.bulkMaxBytes() + 1);
        if (bytes.length > settings.bulkMaxBytes()) {
            throw tooLarge("A table has at most " + settings.bulkMaxBytes() + " bytes.");
        }
        CsvTable table = CsvTable.read(bytes);
        if (table.lines().size() > settings.bulkMaxOperations()) {
            throw tooLarge("A table has at most " + settings.bulkMaxOperations() + " users.");
        }
        UserColumns columns = UserColumns.of(extensions.registry(caller), table.header());
        Function<JsonObject, Result> act =
                dryRun ? imports.rehearsal(caller)::judge : user -> imports.create(caller, user);
        var lines = Json.createArrayBuilder();
        int refused = 0;
        for (CsvTable.Line line : table.lines()) {
            boolean whole = line.cells().size() == columns.size();
            JsonObject user = whole ? columns.user(line.cells()) : JsonValue.EMPTY_JSON_OBJECT;
            Result result = !whole ? unequal(line, columns.size()) : act.apply(user);
            refused += result.refused() ? 1 : 0;
            lines.add(json(line, user, result));
        }
        int accepted = table.lines().size() - refused;
        return Json.createObjectBuilder()
                .add("dryRun", dryRun)
                .add("created", dryRun ? 0 : accepted)
                .add("accepted", accepted)
                .add("refused", refused)
                .add("lines", lines)
                .build();
    }

    private static Result unequal(CsvTable.Line line, int columns) {
        return AccountImport.refusal("The line has " + line.cells().size() + " cells, the header " + columns + ".");
    }

    private static JsonObject json(CsvTable.Line line, JsonObject user, Result result) {
        String good = result.id().isPresent() ? "created" : "accepted";
        var json = Json.createObjectBuilder()
                .add("line", line.number())
                .add("userName", user.getString("userName", ""))
                .add("outcome", result.refused() ? "refused" : good);
        result.id().ifPresent(id -> json.add("id", id.toString()));
        if (!result.mapping().isEmpty()) {
            json.add("mappingName", result.mapping());
        }
        if (result.refused()) {
            json.add("code", result.code()).add("reason", result.reason());
        }
        return json.build();
    }

    private static Problem tooLarge(String detail) {
        return new Problem(413, "too-large", "The table is too large", detail, Map.of());
    }
}
