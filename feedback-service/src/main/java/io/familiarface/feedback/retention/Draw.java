package io.familiarface.feedback.retention;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Draws lots in permuted blocks within each stratum (Zelen 1974; Matts and Lachin 1988): of every
 * twenty who come one after another in a stratum as many are held back as the part says, which ones
 * by a hash of the experiment's seed. So the groups stay alike in how likely they are to leave and
 * in when they came, and who was drawn can be reckoned again.
 */
final class Draw {
  static final int BLOCK = 20;

  private Draw() {}

  /**
   * Whether a customer is held back.
   *
   * @param place how many came before in the stratum
   * @param part from 0 for nobody to 1 for everybody; where it makes no whole number of a block,
   *     blocks differ by one, and are right on average
   */
  static boolean holdsBack(UUID seed, Stratum stratum, long place, double part) {
    Random lots = new Random(hash(seed + "/" + stratum + "/" + place / BLOCK));
    int heldBack = (int) (part * BLOCK + lots.nextDouble());
    List<Integer> seats = new ArrayList<>(IntStream.range(0, BLOCK).boxed().toList());
    Collections.shuffle(seats, lots);
    return seats.indexOf((int) (place % BLOCK)) < heldBack;
  }

  private static long hash(String block) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(block.getBytes(StandardCharsets.US_ASCII));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
