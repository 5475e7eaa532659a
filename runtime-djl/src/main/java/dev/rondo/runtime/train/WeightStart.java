package dev.rondo.runtime.train;

/**
 * A weight that is about to be given its first values.
 *
 * @param name such as {@code lstm.weight_hh_l0}
 * @param numbers how many it has
 * @param done how many numbers of the network have their first values
 * @param total how many the network has
 */
public record WeightStart(String name, long numbers, long done, long total) {}
