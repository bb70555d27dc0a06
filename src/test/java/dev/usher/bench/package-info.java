/**
 * What Usher costs, mostly as ratios in one run on one machine: {@code mvn -Pbench verify}. No test: it prints a table, and the
 * reader judges. {@link dev.usher.bench.Benchmark} starts everything itself, on loopback.
 */
package dev.usher.bench;
