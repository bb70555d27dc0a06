package dev.usher.monitoring.jmx;

import static java.util.Objects.requireNonNull;

import dev.usher.audit.ChainReport;
import java.util.List;

/** What a verification found, as consoles show it. */
public final class AuditData {
    private final boolean intact;
    private final boolean complete;
    private final long events;
    private final long headSeq;
    private final String headHash;
    private final boolean sealed;
    private final List<String> faults;

    AuditData(ChainReport report) {
        requireNonNull(report, "report");
        this.intact = report.intact();
        this.complete = report.complete();
        this.events = report.events();
        this.headSeq = report.head().seq();
        this.headHash = report.headHash();
        this.sealed = report.sealed();
        this.faults = report.faults().stream()
                .map(fault -> fault.kind() + " " + fault.first()
                        + (fault.first() == fault.last() ? "" : " " + fault.last()) + ": " + fault.detail())
                .toList();
    }

    public boolean isIntact() {
        return intact;
    }

    public boolean isComplete() {
        return complete;
    }

    public long getEvents() {
        return events;
    }

    public long getHeadSeq() {
        return headSeq;
    }

    public String getHeadHash() {
        return headHash;
    }

    public boolean isSealed() {
        return sealed;
    }

    public List<String> getFaults() {
        return faults;
    }
}
