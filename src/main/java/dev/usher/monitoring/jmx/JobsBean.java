package dev.usher.monitoring.jmx;

import dev.usher.job.Job;
import dev.usher.job.JobState;
import dev.usher.monitoring.Samples;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

record JobsBean(Samples samples, Clock clock) implements JobsMXBean {
    private static final int MOST_SHOWN = 100;

    @Override
    public int getWaiting() {
        return count(JobState.WAITING);
    }

    @Override
    public int getRunning() {
        return count(JobState.RUNNING);
    }

    @Override
    public long getStalledSeconds() {
        return samples.last().jobs().stream()
                .mapToLong(job ->
                        Duration.between(job.updatedAt(), clock.instant()).toSeconds())
                .max()
                .orElse(0);
    }

    @Override
    public long getFailedLastDay() {
        return samples.last().failedJobs();
    }

    @Override
    public List<JobData> getOpen() {
        return samples.last().jobs().stream()
                .limit(MOST_SHOWN)
                .map(JobData::new)
                .toList();
    }

    private int count(JobState state) {
        return (int) samples.last().jobs().stream()
                .map(Job::state)
                .filter(state::equals)
                .count();
    }
}
