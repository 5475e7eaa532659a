package dev.rondo.runtime.train;

/**
 * A checkpoint that was written while the training went on.
 *
 * @param bytes of its file
 * @param heldUp seconds for which the training stood still while its state was copied
 * @param written seconds that it took to write the copy, beside the training
 */
public record CheckpointReport(long bytes, double heldUp, double written) {}
