package dev.rondo.processor.plan.code;

/**
 * A codec that trainer and predictor hold.
 *
 * @param owner the input or output that it is named after
 * @param stored what model files call it
 * @param codec where it comes from
 */
public record CodecField(String owner, String stored, CodecCode codec) {}
