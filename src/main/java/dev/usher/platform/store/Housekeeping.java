package dev.usher.platform.store;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;

/** Keeps the file of an embedded database small while it serves; a server's database does that by itself. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Housekeeping {
    /** For the container. */
    public Housekeeping() {}

    /** One step, unless the last one still runs. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tidy() {
        ConnectionPool.tidy();
    }
}
