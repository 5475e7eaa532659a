package dev.rondo.runtime.data.file;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** A step. */
record Reading(float load, Engine engine, DayOfWeek day, @Nullable Float oil) {}
