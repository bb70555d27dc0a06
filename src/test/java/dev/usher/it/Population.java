package dev.usher.it;

import dev.usher.platform.Uuid7;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Fills a tenant with many users by JDBC, each row exactly as the product wrote it: the rows of one user whom it created
 * over HTTP are multiplied, with the number in them replaced. That user's name, addresses and so on carry
 * {@link #MARKER} where the copies carry {@link #marker their own}. The server must be stopped where the database is a
 * file.
 */
public final class Population {
    /** Stands in each value that must differ from user to user. */
    public static final String MARKER = marker(0);

    private static final int CHUNK = 1_000;

    private final Connection connection;
    private final int tenant;
    private final Uuid7 ids = new Uuid7(Clock.systemUTC());

    private Population(Connection connection, int tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    /** Of the tenant of this name. */
    public static Population of(Connection connection, String tenantName) throws SQLException {
        connection.setAutoCommit(false);
        try (var select = connection.prepareStatement("SELECT tenant_no FROM tenant WHERE name=?")) {
            select.setString(1, tenantName);
            try (var rows = select.executeQuery()) {
                rows.next();
                return new Population(connection, rows.getInt(1));
            }
        }
    }

    /** What user number n has in place of {@link #MARKER}: letters and digits only, of one length. */
    public static String marker(int number) {
        return String.format(Locale.ROOT, "n%08dn", number);
    }

    /** The body of the user to multiply: a value in each attribute that is asked for, about 1 kB as a document. */
    public static String template() {
        return """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User",
                             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                 "userName": "@@@firm.example", "externalId": "ext-@@", "displayName": "Person @@", "title": "Clerk",
                 "userType": "Employee", "preferredLanguage": "en-GB", "locale": "en-GB", "timezone": "Europe/Berlin",
                 "name": {"givenName": "Given @@", "familyName": "Family @@", "formatted": "Given Family @@"},
                 "emails": [{"type": "work", "value": "@@@work.example", "primary": true},
                            {"type": "home", "value": "@@@home.example"}],
                 "phoneNumbers": [{"type": "work", "value": "+49 30 @@"}],
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                     {"department": "Harbour", "employeeNumber": "@@", "costCenter": "C-17", "organization": "Firm"}}
                """.replace("@@", MARKER);
    }

    /** Users 1 to count as copies of the template; their ids in the order of their numbers. Seats are counted. */
    public List<UUID> users(UUID template, int count) throws SQLException {
        return users(template, 0, count);
    }

    /** The same for the users after number {@code from}. */
    public List<UUID> users(UUID template, int from, int count) throws SQLException {
        var copies = new ArrayList<UUID>(count);
        for (int i = 0; i < count; i++) {
            copies.add(ids.next());
        }
        for (Table table : Table.values()) {
            multiply(table, template, copies, from);
        }
        try (var update = connection.prepareStatement(
                "UPDATE licence SET used=used+?, visible_users=visible_users+? WHERE tenant_no=?")) {
            update.setInt(1, count);
            update.setInt(2, count);
            update.setInt(3, tenant);
            update.executeUpdate();
        }
        connection.commit();
        return List.copyOf(copies);
    }

    /** Makes these users members of the group, none of which is one yet. */
    public void members(UUID group, List<UUID> users) throws SQLException {
        try (var insert =
                connection.prepareStatement("INSERT INTO membership(tenant_no, group_id, member_id) VALUES (?,?,?)")) {
            for (int i = 0; i < users.size(); i++) {
                insert.setInt(1, tenant);
                insert.setBytes(2, bytes(group));
                insert.setBytes(3, bytes(users.get(i)));
                insert.addBatch();
                if (i % CHUNK == CHUNK - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        try (var update = connection.prepareStatement(
                "UPDATE scim_group SET member_count=member_count+? WHERE tenant_no=? AND id=?")) {
            update.setInt(1, users.size());
            update.setInt(2, tenant);
            update.setBytes(3, bytes(group));
            update.executeUpdate();
        }
        connection.commit();
    }

    /** The tables in which a user has rows, in the order of SCHEMA's locks. */
    private enum Table {
        ACCOUNT("account", "id"),
        DOCUMENT("account_doc", "id"),
        ASSIGNMENT("assignment", "user_id"),
        VALUES("user_attr", "user_id");

        private final String name;
        private final String key;

        Table(String name, String key) {
            this.name = name;
            this.key = key;
        }
    }

    private void multiply(Table table, UUID template, List<UUID> copies, int from) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<Object[]> rows = read(table, template, columns);
        String marks = "?,".repeat(columns.size() - 1) + "?";
        String sql = "INSERT INTO " + table.name + "(" + String.join(",", columns) + ") VALUES (" + marks + ")";
        try (var insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < copies.size(); i++) {
                for (Object[] row : rows) {
                    bind(insert, row, columns.indexOf(table.key), copies.get(i), marker(from + i + 1));
                }
                if (i % CHUNK == CHUNK - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private List<Object[]> read(Table table, UUID template, List<String> columns) throws SQLException {
        String sql = "SELECT * FROM " + table.name + " WHERE tenant_no=? AND " + table.key + "=?";
        var rows = new ArrayList<Object[]>();
        try (var select = connection.prepareStatement(sql)) {
            select.setInt(1, tenant);
            select.setBytes(2, bytes(template));
            try (var found = select.executeQuery()) {
                var about = found.getMetaData();
                for (int i = 1; i <= about.getColumnCount(); i++) {
                    columns.add(about.getColumnName(i));
                }
                while (found.next()) {
                    rows.add(row(found, columns.size()));
                }
            }
        }
        return rows;
    }

    private static Object[] row(ResultSet found, int width) throws SQLException {
        var row = new Object[width];
        for (int i = 0; i < width; i++) {
            int type = found.getMetaData().getColumnType(i + 1);
            row[i] = type == Types.CLOB || type == Types.LONGVARCHAR ? found.getString(i + 1) : found.getObject(i + 1);
        }
        return row;
    }

    private static void bind(PreparedStatement insert, Object[] row, int key, UUID id, String marker)
            throws SQLException {
        for (int i = 0; i < row.length; i++) {
            Object value = i == key ? bytes(id) : copied(row[i], marker);
            insert.setObject(i + 1, value);
        }
        insert.addBatch();
    }

    private static Object copied(Object value, String marker) {
        if (value instanceof String text) {
            return text.replace(MARKER, marker);
        }
        if (value instanceof byte[] key) {
            // ISO 8859-1 keeps every byte as it is
            String text = new String(key, StandardCharsets.ISO_8859_1);
            return text.replace(MARKER, marker).getBytes(StandardCharsets.ISO_8859_1);
        }
        return value;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
