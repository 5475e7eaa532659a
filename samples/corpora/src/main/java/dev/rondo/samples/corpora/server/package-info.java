/** A simulated server: its metrics and its log, ordinary or with planted faults. */
@NullMarked
package dev.rondo.samples.corpora.server;

import org.jspecify.annotations.NullMarked;
