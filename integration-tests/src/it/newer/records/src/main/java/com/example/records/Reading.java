package com.example.records;

import dev.rondo.data.Category;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Missing;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.data.Vector;
import dev.rondo.layer.Embedding;
import java.time.DayOfWeek;
import java.time.Instant;

/** What stands on its components has to be found in its class file. */
public record Reading(
    @Scale(Scaling.LOG) double load,
    Double humidity,
    @Category @Embedding(size = 4) String site,
    @Missing float pressure,
    @Vector(2) float[] place,
    DayOfWeek day,
    @Elapsed Instant at) {}
