package dev.usher.platform.store;

import jakarta.transaction.TransactionManager;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.sessions.ExternalTransactionController;
import org.eclipse.persistence.transaction.JTATransactionController;

/** Tells EclipseLink where the transaction manager is, on Payara and on WildFly; named in {@code persistence.xml}. */
public class AnyServer extends ServerPlatformBase {
    /** Called by EclipseLink. */
    public AnyServer(DatabaseSession session) {
        super(session);
        disableRuntimeServices(); // its MBeans look for servers that it knows by name
    }

    @Override
    public Class<? extends ExternalTransactionController> getExternalTransactionControllerClass() {
        return Transactions.class;
    }

    /** Joins the server's transactions; made by EclipseLink. */
    public static class Transactions extends JTATransactionController {
        private static final List<String> NAMES =
                List.of("java:appserver/TransactionManager", "java:jboss/TransactionManager");

        /** Called by EclipseLink. */
        public Transactions() {}

        @Override
        @SuppressWarnings("BanJNDI") // two constant names, no input
        protected TransactionManager acquireTransactionManager() throws NamingException {
            var missing = new NamingException("no transaction manager at " + NAMES);
            for (String name : NAMES) {
                try {
                    return (TransactionManager) new InitialContext().lookup(name);
                } catch (NamingException e) {
                    missing.setRootCause(e); // another server's name: the next one may be right
                }
            }
            throw missing;
        }
    }
}
