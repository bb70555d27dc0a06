package dev.usher.platform.store;

import java.sql.Connection;

/**
 * The one data source that the server knows. What it gives are {@linkplain LentConnection connections that borrow}: the
 * server may keep as many as it likes for as long as it likes; the real ones are in {@link ConnectionPool}, whose size the
 * settings say. So the same WAR runs on any server over any database without a word of server configuration, and a
 * database that was away is found again alike on every server.
 */
public final class UsherDataSource extends PlainDataSource {
    private String config = "usher";

    /** Called by the server, which knows no CDI; the settings are those of the process. */
    public UsherDataSource() {}

    /** WildFly refuses a definition without properties; this one has no other use. */
    public void setConfig(String config) {
        this.config = config;
    }

    public String getConfig() {
        return config;
    }

    @Override
    public Connection getConnection() {
        return ConnectionPool.lend();
    }
}
