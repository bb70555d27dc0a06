/** The console in a real browser, against the server that is shipped. Compiled and run with {@code -Pconsole} only. */
package dev.usher.console;
