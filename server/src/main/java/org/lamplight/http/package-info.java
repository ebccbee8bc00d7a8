/**
 * The HTTP house: strict parameters, problem+json, caching headers, streamed answers; who calls and with which role.
 *
 * <p>A feature package has a {@code XRoutes} class whose {@code List<Route> routes()} names each method, path, role and
 * handler; {@code app} joins the lists and gives them to {@link org.lamplight.http.Server#start}. In a handler:
 *
 * <ul>
 *   <li>{@link org.lamplight.http.Params#of} reads the query: a parameter that is unknown, repeated or malformed ends in
 *       400 that names it. Path parameters: {@code ctx.pathParam("city")}.
 *   <li>{@link org.lamplight.http.Caller#of} says who asks; the server has already answered 404 where the route's role is
 *       above the caller's. {@link org.lamplight.http.BaseUrl#of} is what absolute links begin with.
 *   <li>{@link org.lamplight.http.Negotiation} picks the format ({@code f} beats {@code Accept}).
 *   <li>{@link org.lamplight.http.Caching} sets {@code ETag} and {@code Cache-Control} and answers 304.
 *   <li>{@link org.lamplight.http.Body} sends: {@code send} for bytes, {@code json} for a tree, {@code stream} for what is
 *       written as it is made. All compress when asked, answer HEAD without a body, and a failure in the middle aborts the
 *       connection.
 *   <li>{@link org.lamplight.http.JsonWriter} writes JSON straight into bytes.
 *   <li>Whatever is wrong is thrown: a {@code Fault} becomes problem+json in {@link org.lamplight.http.Problems}, all else
 *       is logged once and becomes 500 with a reference.
 * </ul>
 */
@NullMarked
package org.lamplight.http;

import org.jspecify.annotations.NullMarked;
