package io.familiarface.feedback.link;

import io.familiarface.feedback.complaint.CaseForCustomer;

/**
 * The page on which a customer sees where their case stands, and answers.
 *
 * @param greeting how they like to be called; empty if nobody knows
 * @param words what they wrote and could not be taken; empty otherwise
 * @param thanks shown once their answer is in; empty before
 * @param error what could not be taken; empty for nothing
 * @param phone empty for none
 */
record CasePage(
    String greeting,
    CaseForCustomer story,
    String words,
    String thanks,
    String error,
    String phone) {}
