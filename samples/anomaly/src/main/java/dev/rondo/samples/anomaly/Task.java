package dev.rondo.samples.anomaly;

import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.Streams;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What each kind of stream is watched with.
 *
 * @param alarms where the lines of alarms go
 * @param model how a model is learned, or read
 * @param falsePerDay how many false alarms a day are accepted
 * @param picture what is to be drawn into
 */
record Task(
    Streams streams,
    PrintStream alarms,
    ModelArguments model,
    double falsePerDay,
    Optional<Path> picture) {}
