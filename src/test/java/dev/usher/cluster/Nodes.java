package dev.usher.cluster;

import dev.usher.it.Http;
import dev.usher.it.MariaDb;
import dev.usher.it.TestDatabase;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two nodes over one database: that of the other tests, or a MariaDB of their own where those keep files. */
final class Nodes implements AutoCloseable {
    private final Optional<MariaDb> own;
    private final UsherServer first;
    private final UsherServer second;

    private Nodes(Optional<MariaDb> own, UsherServer first, UsherServer second) {
        this.own = own;
        this.first = first;
        this.second = second;
    }

    static Nodes start(Path folder, Map<String, String> more) {
        Path data = folder.resolve("first");
        Optional<MariaDb> own = TestDatabase.embedded()
                ? Optional.of(MariaDb.start("cluster-" + ProcessHandle.current().pid()))
                : Optional.empty();
        var settings = new HashMap<>(own.map(MariaDb::settings).orElseGet(() -> TestDatabase.settings(data)));
        settings.putAll(more);
        UsherServer first = UsherServer.startIn(data, settings);
        return new Nodes(own, first, UsherServer.startIn(folder.resolve("second"), settings));
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
        own.ifPresent(MariaDb::close);
    }
}
