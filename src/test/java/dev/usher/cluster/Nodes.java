package dev.usher.cluster;

import dev.usher.it.Http;
import dev.usher.it.TestDatabase;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two nodes over one database: that of the other tests, or a MariaDB where those keep files. */
final class Nodes implements AutoCloseable {
    private final UsherServer first;
    private final UsherServer second;

    private Nodes(UsherServer first, UsherServer second) {
        this.first = first;
        this.second = second;
    }

    static Nodes start(Path folder, Map<String, String> more) {
        Path data = folder.resolve("first");
        var settings = new HashMap<>(TestDatabase.onServer(data));
        settings.putAll(more);
        UsherServer first = UsherServer.startIn(data, settings);
        return new Nodes(first, UsherServer.startIn(folder.resolve("second"), settings));
    }

    UsherServer first() {
        return first;
    }

    UsherServer second() {
        return second;
    }

    List<UsherServer> both() {
        return List.of(first, second);
    }

    /** A tenant, made at the first node. */
    TestTenant tenant() {
        return TestTenant.create(Http.at(first.base()));
    }

    /** The tenant's administration at the second node. */
    Http adminAtSecond(TestTenant tenant) {
        return Http.at(second.base())
                .below("/api/v1/tenants/" + tenant.name())
                .basic("admin", UsherServer.PASSWORD)
                .with("Content-Type", "application/json");
    }

    /** SCIM at the second node with this token. */
    Http scimAtSecond(String token) {
        return scim(second, token);
    }

    static Http scim(UsherServer node, String token) {
        return Http.at(node.base()).below("/scim/v2").bearer(token).with("Content-Type", "application/scim+json");
    }

    @Override
    public void close() {
        second.close();
        first.close();
    }
}
