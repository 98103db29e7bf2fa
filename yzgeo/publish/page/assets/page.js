/* Holds diff 9.0.0 (BSD-3-Clause), htm 3.1.1 (Apache-2.0), lucide 1.65.0 (ISC), preact 11.2.0 (MIT), see NOTICE.md of yzgeo. */
"use strict";
(() => {
  // ../../../node_modules/htm/dist/htm.module.js
  var n = function(t3, s2, r2, e2) {
    var u2;
    s2[0] = 0;
    for (var h2 = 1; h2 < s2.length; h2++) {
      var p2 = s2[h2++], a2 = s2[h2] ? (s2[0] |= p2 ? 1 : 2, r2[s2[h2++]]) : s2[++h2];
      3 === p2 ? e2[0] = a2 : 4 === p2 ? e2[1] = Object.assign(e2[1] || {}, a2) : 5 === p2 ? (e2[1] = e2[1] || {})[s2[++h2]] = a2 : 6 === p2 ? e2[1][s2[++h2]] += a2 + "" : p2 ? (u2 = t3.apply(a2, n(t3, a2, r2, ["", null])), e2.push(u2), a2[0] ? s2[0] |= 2 : (s2[h2 - 2] = 0, s2[h2] = u2)) : e2.push(a2);
    }
    return e2;
  };
  var t = /* @__PURE__ */ new Map();
  function htm_module_default(s2) {
    var r2 = t.get(this);
    return r2 || (r2 = /* @__PURE__ */ new Map(), t.set(this, r2)), (r2 = n(this, r2.get(s2) || (r2.set(s2, r2 = (function(n3) {
      for (var t3, s3, r3 = 1, e2 = "", u2 = "", h2 = [0], p2 = function(n4) {
        1 === r3 && (n4 || (e2 = e2.replace(/^\s*\n\s*|\s*\n\s*$/g, ""))) ? h2.push(0, n4, e2) : 3 === r3 && (n4 || e2) ? (h2.push(3, n4, e2), r3 = 2) : 2 === r3 && "..." === e2 && n4 ? h2.push(4, n4, 0) : 2 === r3 && e2 && !n4 ? h2.push(5, 0, true, e2) : r3 >= 5 && ((e2 || !n4 && 5 === r3) && (h2.push(r3, 0, e2, s3), r3 = 6), n4 && (h2.push(r3, n4, 0, s3), r3 = 6)), e2 = "";
      }, a2 = 0; a2 < n3.length; a2++) {
        a2 && (1 === r3 && p2(), p2(a2));
        for (var l2 = 0; l2 < n3[a2].length; l2++) t3 = n3[a2][l2], 1 === r3 ? "<" === t3 ? (p2(), h2 = [h2], r3 = 3) : e2 += t3 : 4 === r3 ? "--" === e2 && ">" === t3 ? (r3 = 1, e2 = "") : e2 = t3 + e2[0] : u2 ? t3 === u2 ? u2 = "" : e2 += t3 : '"' === t3 || "'" === t3 ? u2 = t3 : ">" === t3 ? (p2(), r3 = 1) : r3 && ("=" === t3 ? (r3 = 5, s3 = e2, e2 = "") : "/" === t3 && (r3 < 5 || ">" === n3[a2][l2 + 1]) ? (p2(), 3 === r3 && (h2 = h2[0]), r3 = h2, (h2 = h2[0]).push(2, 0, r3), r3 = 0) : " " === t3 || "	" === t3 || "\n" === t3 || "\r" === t3 ? (p2(), r3 = 2) : e2 += t3), 3 === r3 && "!--" === e2 && (r3 = 4, h2 = h2[0]);
      }
      return p2(), h2;
    })(s2)), r2), arguments, [])).length > 1 ? r2 : r2[0];
  }

  // ../../../node_modules/preact/dist/preact.mjs
  var n2;
  var t2;
  var r;
  var u;
  var i;
  var f;
  var o;
  var e;
  var l;
  var c;
  var a;
  var s;
  var h = /* @__PURE__ */ Symbol.for("pv");
  var p = {};
  var y = [];
  var v = /^m(i|n|o|s|text|space)$/;
  var w = Array.isArray;
  var d = y.slice;
  var _ = Object.assign;
  function g(n3) {
    n3 && n3.parentNode && n3.remove();
  }
  function k(n3, t3, r2) {
    var u2, i2, f2, o2 = {}, e2 = arguments.length;
    for (f2 in t3) "key" == f2 ? u2 = t3[f2] : "ref" == f2 && "function" != typeof n3 ? i2 = t3[f2] : o2[f2] = t3[f2];
    return e2 > 2 && (o2.children = e2 > 3 ? d.call(arguments, 2) : r2), m(n3, o2, u2, i2, null);
  }
  function m(r2, u2, i2, f2, o2) {
    var e2 = { type: r2, props: u2, key: i2, ref: f2, __k: null, __: null, __b: 0, __e: null, __c: null, constructor: h, __v: o2 || ++t2, __i: -1, __u: 0 };
    return !o2 && n2.vnode && n2.vnode(e2), e2;
  }
  function $(n3) {
    return n3.children;
  }
  function x(n3, t3) {
    this.props = n3, this.context = t3, this.__g = 0;
  }
  function S(n3, t3) {
    if (null == t3) return n3.__ && S(n3.__, n3.__i + 1);
    for (var r2; t3 < n3.__k.length; t3++) if ((r2 = n3.__k[t3]) && r2.__e) return r2.__e;
    return "function" != typeof n3.type || n3.props.__P ? null : S(n3);
  }
  function C(t3) {
    var r2, u2 = t3.__v, i2 = u2.__e, f2 = [], o2 = [], e2 = t3.__P;
    e2 && ((r2 = _({ constructor: h }, u2)).__v = u2.__v + 1, n2.vnode && n2.vnode(r2), z(e2, r2, u2, t3.__n, e2.namespaceURI, 32 & u2.__u ? [i2] : null, f2, i2 || S(u2), 32 & u2.__u, o2), r2.__v = u2.__v, r2.__.__k[r2.__i] = r2, E(f2, r2, o2), u2.__ = u2.__e = null, r2.__e != i2 && j(r2));
  }
  function j(n3) {
    if ((n3 = n3.__) && n3.__c && !n3.props.__P) return n3.__e = null, n3.__k.some(function(t3) {
      return t3 && (n3.__e = t3.__e);
    }), j(n3);
  }
  function L2(t3) {
    (8 & t3.__g || (t3.__g |= 8, u.push(t3), f++)) && i == n2.debounceRendering || ((i = n2.debounceRendering) || queueMicrotask)(H);
  }
  function H() {
    try {
      for (var n3, t3 = 1; u.length; ) u.length > t3 && u.sort(o), n3 = u.shift(), t3 = u.length, 8 & n3.__g && C(n3);
    } finally {
      (f = u.length) && (i || queueMicrotask)(H);
    }
  }
  function I(n3, t3, r2, u2, i2, f2, o2, e2, l2, c2, a2) {
    var s2, h2, v2, w2, d2, _2, g2 = u2.__k || y, k2 = t3.length;
    for (l2 = q(r2, t3, g2, l2, k2), s2 = 0; s2 < k2; s2++) null != (v2 = r2.__k[s2]) && (h2 = ~v2.__i && g2[v2.__i] || p, v2.__i = s2, _2 = z(n3, v2, h2, i2, f2, o2, e2, l2, c2, a2), w2 = v2.__e, (h2.ref != v2.ref || 8 & h2.__u) && (h2.ref && G(h2.ref, null, v2, h2), v2.ref && a2.push(v2.ref, v2.__c || w2, v2)), d2 = d2 || w2, 4 & v2.__u ? (l2 = A(v2, l2, n3, !h2.__v), h2.__e && (h2.__e = null)) : "function" == typeof v2.type && void 0 !== _2 ? l2 = _2 : w2 && (l2 = w2.nextSibling), v2.__u &= -21);
    return r2.__e = d2, l2;
  }
  function q(n3, t3, r2, u2, i2) {
    var f2, o2, e2, l2, c2, a2, s2, p2, y2, v2 = r2.length, d2 = v2, _2 = 0, g2 = 0, k2 = n3.__k = Array(i2);
    for (f2 = 0; f2 < i2; f2++) null != (o2 = t3[f2]) && "boolean" != typeof o2 && "function" != typeof o2 ? ("object" != typeof o2 || o2.constructor === String ? o2 = k2[f2] = m(null, o2) : w(o2) ? o2 = k2[f2] = m($, { children: o2 }) : o2.constructor === h && o2.__b ? o2 = k2[f2] = m(o2.type, o2.props, o2.key, o2.ref, o2.__v) : k2[f2] = o2, l2 = f2 + _2, o2.__ = n3, o2.__b = n3.__b + 1, e2 = null, ~(c2 = o2.__i = P(o2, r2, l2, d2)) && (d2--, (e2 = r2[c2]) && (e2.__u |= 2)), e2 && e2.__v ? (o2.__u |= 16, c2 == l2 - 1 ? _2-- : c2 == l2 + 1 ? _2++ : c2 != l2 && (c2 > l2 ? _2-- : _2++, g2 = 1)) : (~c2 || (i2 > v2 ? _2-- : i2 < v2 && _2++), "function" != typeof o2.type && (o2.__u |= 4))) : k2[f2] = null;
    if (g2) {
      for (a2 = [], s2 = [], f2 = 0; f2 < i2; f2++) if ((o2 = k2[f2]) && 16 & o2.__u) {
        for (_2 = 0, p2 = a2.length; _2 < p2; ) a2[y2 = _2 + p2 >> 1] < o2.__i ? _2 = y2 + 1 : p2 = y2;
        a2[_2] = o2.__i, s2[f2] = _2 + 1;
      }
      for (_2 = a2.length; f2--; ) s2[f2] && (s2[f2] == _2 ? _2-- : k2[f2].__u |= 4);
    }
    if (d2) for (f2 = 0; f2 < v2; f2++) !(e2 = r2[f2]) || 2 & e2.__u || (e2.__e == u2 && (u2 = S(e2)), J(e2, e2));
    return u2;
  }
  function A(n3, t3, r2, u2) {
    var i2, f2, o2, e2;
    if ("function" == typeof n3.type) {
      if (n3.props.__P) return t3;
      if (i2 = n3.__k) for (f2 = 0; f2 < i2.length; f2++) i2[f2] && (i2[f2].__ = n3, t3 = A(i2[f2], t3, r2, false));
      return t3;
    }
    for (t3 && !t3.parentNode && (t3 = S(n3)) && !t3.parentNode && (t3 = null), o2 = n3.__e, e2 = t3; e2 && 8 == e2.nodeType; ) e2 = e2.nextSibling;
    for (o2 != e2 && (!u2 && r2.moveBefore && o2.parentNode ? r2.moveBefore(o2, t3) : r2.insertBefore(o2, t3 || null)), t3 = o2; (t3 = t3 && t3.nextSibling) && 8 == t3.nodeType && !t3.data.startsWith("$s"); ) ;
    return t3;
  }
  function P(n3, t3, r2, u2) {
    var i2, f2 = n3.key, o2 = n3.type, e2 = t3[r2], l2 = e2 && !(2 & e2.__u);
    if (null === e2 && null == f2 || l2 && f2 == e2.key && o2 == e2.type) return r2;
    if (u2 > (l2 ? 1 : 0)) {
      for (i2 = r2 - 1; i2 >= 0; i2--) if ((e2 = t3[i2]) && !(2 & e2.__u) && f2 == e2.key && o2 == e2.type) return i2;
      for (i2 = r2 + 1; i2 < t3.length; i2++) if ((e2 = t3[i2]) && !(2 & e2.__u) && f2 == e2.key && o2 == e2.type) return i2;
    }
    return -1;
  }
  function T(n3, t3, r2) {
    null == r2 && (r2 = ""), "-" == t3[0] ? n3.setProperty(t3, r2) : n3[t3] = r2;
  }
  function N(n3, t3, r2, u2, i2) {
    var f2, o2;
    if ("style" == t3) if ("string" == typeof r2) n3.style.cssText = r2;
    else {
      if ("string" == typeof u2 && (n3.style.cssText = u2 = ""), u2) for (t3 in u2) r2 && t3 in r2 || T(n3.style, t3);
      if (r2) for (t3 in r2) u2 && r2[t3] == u2[t3] || T(n3.style, t3, r2[t3]);
    }
    else if ("o" == t3[0] && "n" == t3[1]) "function" != typeof r2 && (r2 = null), "function" != typeof u2 && (u2 = null), (n3.__e || (n3.__e = {}))[t3] = r2, r2 && u2 || (o2 = a[t3] || (a[t3] = V(t3)), (n3.__a || (n3.__a = {}))[t3] = c, f2 = t3 != (t3 = t3.replace(l, "$1")), (t3 = t3.slice(2))[0] < "a" && (t3 = t3.toLowerCase()), r2 ? n3.addEventListener(t3, o2, f2) : n3.removeEventListener(t3, o2, f2));
    else {
      if ("http://www.w3.org/2000/svg" == i2) t3 = t3.replace(/xlink(H|:h)/, "h").replace(/sName$/, "s");
      else if ("width" != t3 && "height" != t3 && "href" != t3 && "list" != t3 && "form" != t3 && "tabIndex" != t3 && "download" != t3 && "rowSpan" != t3 && "colSpan" != t3 && "role" != t3 && "popover" != t3 && t3 in n3) try {
        return void (n3[t3] = null == r2 ? "" : r2);
      } catch (n4) {
      }
      if ("function" == typeof r2) return;
      null == r2 || false === r2 && "-" != t3[4] ? n3.removeAttribute(t3) : n3.setAttribute(t3, "popover" == t3 && 1 == r2 ? "" : r2);
    }
  }
  function V(t3) {
    return function(r2) {
      var u2 = this.__e;
      if (u2) {
        if (u2 = u2[t3], null == r2[e]) r2[e] = c++;
        else if (r2[e] < this.__a[t3]) return;
        return u2(n2.event ? n2.event(r2) : r2);
      }
    };
  }
  function z(t3, r2, u2, i2, f2, o2, e2, l2, c2, a2) {
    var s2, p2, v2, d2, k2, b, m2, M, C2, j2, L3, H2, q2, A3, O, P2, T2, N2, V2 = r2.type;
    if (r2.constructor !== h) return null;
    128 & u2.__u && (c2 = 32 & u2.__u, s2 = u2.__c.__z) && (r2.__u |= c2, p2 = o2 = [], 8 == s2.nodeType ? l2 = B(s2, o2) : o2.push(s2), l2 = o2[0] || l2), (s2 = n2.__b) && s2(r2);
    n: if ("function" == typeof V2) {
      v2 = e2.length;
      try {
        if (M = r2.props, C2 = (s2 = V2.prototype) && s2.render, j2 = (s2 = V2.contextType) && i2[s2.__c], L3 = s2 ? j2 ? j2.props.value : s2.__ : i2, (d2 = u2.__c) ? (r2.__c = d2, 2 & d2.__g && (d2.__g |= 1)) : (C2 ? r2.__c = d2 = new V2(M, L3) : (r2.__c = d2 = new x(M, L3), d2.constructor = V2, d2.render = K), j2 && j2.sub(d2), d2.state || (d2.state = {}), d2.__n = i2, d2.__g |= 8, d2.__h = [], d2.__k = []), C2 && (d2.__s || (d2.__s = d2.state), V2.getDerivedStateFromProps && (d2.__s == d2.state && (d2.__s = _({}, d2.__s)), _(d2.__s, V2.getDerivedStateFromProps(M, d2.__s)))), k2 = d2.props, b = d2.state, d2.__v = r2, u2.__c) {
          if (M !== k2 && C2 && !V2.getDerivedStateFromProps && d2.componentWillReceiveProps && d2.componentWillReceiveProps(M, L3), r2.__v == u2.__v && !(8 & d2.__g) || !(4 & d2.__g) && d2.shouldComponentUpdate && false === d2.shouldComponentUpdate(M, d2.__s, L3)) {
            r2.__v != u2.__v && (d2.props = M, d2.state = d2.__s, d2.__g &= -9), r2.__e = u2.__e, r2.__k = u2.__k, r2.__k.some(function(n3) {
              n3 && (n3.__ = r2);
            }), y.push.apply(d2.__h, d2.__k), d2.__k = [], d2.__h.length && e2.push(d2), l2 = S(u2);
            break n;
          }
          d2.componentWillUpdate && d2.componentWillUpdate(M, d2.__s, L3), C2 && d2.componentDidUpdate && d2.__h.push(function() {
            d2.componentDidUpdate(k2, b, m2);
          });
        } else C2 && !V2.getDerivedStateFromProps && d2.componentWillMount && d2.componentWillMount(), C2 && d2.componentDidMount && d2.__h.push(d2.componentDidMount);
        d2.context = L3, d2.props = M, d2.__P = t3, d2.__g &= -5, H2 = n2.__r, q2 = C2 ? 25 : 0;
        do {
          d2.__g &= -9, H2 && H2(r2), s2 = d2.render(d2.props, d2.state = d2.__s, d2.context);
        } while (8 & d2.__g && ++q2 < 25);
        C2 && (y.push.apply(d2.__h, d2.__k), d2.__k = []), d2.state = d2.__s, d2.getChildContext && (i2 = _({}, i2, d2.getChildContext())), C2 && u2.__c && d2.getSnapshotBeforeUpdate && (m2 = d2.getSnapshotBeforeUpdate(k2, b)), A3 = s2 && s2.type === $ && null == s2.key ? s2.props.children : s2, M.__P && (s2 = l2, f2 = (t3 = M.__P).namespaceURI, c2 = o2 = null, u2.props && u2.props.__P != t3 && (u2.__k.some(function(n3) {
          n3 && J(n3, n3);
        }), u2.__k = null), l2 = u2.__k ? S(u2, 0) : null), l2 = I(t3, w(A3) ? A3 : [A3], r2, u2, i2, f2, o2, e2, l2, c2, a2), M.__P && (r2.__e = null, l2 = s2), r2.__u &= -161, p2 && p2.some(g), d2.__h.length && e2.push(d2), 1 & d2.__g && (d2.__g &= -4);
      } catch (t4) {
        if (e2.length = v2, r2.__v = null, c2 || o2) if (t4 && t4.then) {
          if (r2.__u |= 128 | c2, o2) {
            for (~(T2 = o2.indexOf(l2 || void 0)) || (T2 = o2.length); (N2 = o2[T2 - 1]) && 8 == N2.nodeType; ) T2--;
            for (; T2 < o2.length; T2++) if (N2 = o2[T2]) if (o2[T2] = null, O) {
              if (N2 == P2) break;
            } else {
              if (8 != N2.nodeType) break;
              N2.data.startsWith("$s") && (P2 = B(O = N2));
            }
          }
          if (!O) {
            for (; l2 && 8 == l2.nodeType && l2.nextSibling; ) l2 = l2.nextSibling;
            O = l2;
          }
          (s2 = B(O = r2.__c.__z || (r2.__c.__z = O))) ? (r2.__e = O, l2 = s2) : r2.__e = l2, l2 = l2 && l2.nextSibling;
        } else o2 && o2.some(g);
        else r2.__e = u2.__e;
        r2.__k || (r2.__k = u2.__k || []), t4 && t4.then || D(r2), n2.__e(t4, r2, u2);
      }
    } else l2 = r2.__e = F(u2.__e, r2, u2, i2, f2, o2, e2, c2, a2, t3);
    return (s2 = n2.diffed) && s2(r2), l2;
  }
  function B(n3, t3) {
    if (n3 && 8 == n3.nodeType && n3.data.startsWith("$s")) for (var r2 = 1; n3 = n3.nextSibling; ) {
      if (8 == n3.nodeType) {
        if (n3.data.startsWith("$s")) r2++;
        else if (n3.data.startsWith("/$s") && !--r2) return n3;
      }
      t3 && t3.push(n3);
    }
  }
  function D(n3) {
    n3 && (n3.__c && (n3.__c.__g |= 4), n3.__k && n3.__k.some(D));
  }
  function E(t3, r2, u2) {
    for (var i2 = 0; i2 < u2.length; ) G(u2[i2++], u2[i2++], u2[i2++]);
    n2.__c && n2.__c(r2, t3), t3.some(function(r3) {
      try {
        t3 = r3.__h, r3.__h = [], t3.some(function(n3) {
          n3.call(r3);
        });
      } catch (t4) {
        n2.__e(t4, r3.__v);
      }
    });
  }
  function F(t3, r2, u2, i2, f2, o2, e2, l2, c2, a2) {
    var s2, h2, y2, _2, k2, b, m2, M, $2 = u2.props || p, x2 = r2.props, C2 = r2.type;
    if ("svg" == C2 ? f2 = "http://www.w3.org/2000/svg" : "math" == C2 ? f2 = "http://www.w3.org/1998/Math/MathML" : f2 || (f2 = "http://www.w3.org/1999/xhtml"), o2) {
      for (s2 = 0; s2 < o2.length; s2++) if ((k2 = o2[s2]) && (C2 ? k2.localName == C2 : 3 == k2.nodeType)) {
        t3 = k2, o2[s2] = null;
        break;
      }
    }
    if (!t3) {
      if (M = a2.ownerDocument || document, !C2) return M.createTextNode(x2);
      t3 = M.createElementNS(f2, C2, x2.is ? x2 : a2), l2 && (n2.__m && n2.__m(r2, o2), l2 = false), o2 = null;
    }
    if (C2) {
      if (a2 = "template" == C2 && t3.content || t3, o2 = "textarea" == C2 && null != x2.defaultValue ? null : o2 && d.call(a2.childNodes), !l2 && o2) for ($2 = {}, s2 = 0; s2 < t3.attributes.length; s2++) $2[(k2 = t3.attributes[s2]).name] = k2.value;
      for (s2 in $2) k2 = $2[s2], "dangerouslySetInnerHTML" == s2 ? y2 = k2 : "children" == s2 || s2 in x2 || "value" == s2 && "defaultValue" in x2 || "checked" == s2 && "defaultChecked" in x2 || N(t3, s2, null, k2, f2);
      for (s2 in x2) k2 = x2[s2], "children" == s2 ? _2 = k2 : "dangerouslySetInnerHTML" == s2 ? h2 = k2 : "value" == s2 ? b = k2 : "checked" == s2 ? m2 = k2 : l2 && "function" != typeof k2 || $2[s2] === k2 || N(t3, s2, k2, $2[s2], f2);
      h2 ? (l2 || y2 && (h2.__html == y2.__html || h2.__html == t3.innerHTML) || (t3.innerHTML = h2.__html), r2.__k = []) : (y2 && (t3.textContent = ""), ("foreignObject" == C2 || "http://www.w3.org/1998/Math/MathML" == f2 && v.test(C2)) && (f2 = "http://www.w3.org/1999/xhtml"), I(a2, w(_2) ? _2 : [_2], r2, u2, i2, f2, o2, e2, o2 ? o2[0] : u2.__k && S(u2, 0), l2, c2), o2 && o2.some(g)), l2 && "textarea" != C2 || (s2 = "value", "progress" == C2 && null == b ? t3.removeAttribute(s2) : null == b || b === t3[s2] && ("progress" != C2 || b) || N(t3, s2, b, $2[s2], f2), s2 = "checked", null != m2 && m2 != t3[s2] && N(t3, s2, m2, $2[s2], f2));
    } else $2 === x2 || l2 && t3.data == x2 || (t3.data = x2);
    return t3;
  }
  function G(t3, r2, u2, i2) {
    try {
      "function" == typeof t3 ? r2 ? r2.__x = t3(r2) || 1 : i2 && (i2 = i2.__c || i2.__e) && (r2 = i2.__x) && (i2.__x = null, "function" == typeof r2 ? r2() : t3(null)) : t3.current = r2;
    } catch (t4) {
      n2.__e(t4, u2);
    }
  }
  function J(t3, r2, u2) {
    var i2, f2, o2, e2;
    if (n2.unmount && n2.unmount(t3), !(i2 = t3.ref) || i2.current && i2.current != t3.__e || G(i2, null, r2, t3), i2 = t3.__c) {
      if (i2.componentWillUnmount) try {
        i2.componentWillUnmount();
      } catch (t4) {
        n2.__e(t4, r2);
      }
      i2.__P = i2.__n = null;
    }
    if (i2 = t3.__k) for (e2 = 0; e2 < i2.length; e2++) i2[e2] && J(i2[e2], r2, "function" != typeof t3.type || u2 && !t3.props.__P);
    !u2 && (i2 = t3.__c) && (i2 = i2.__z) && (f2 = B(i2, o2 = [])) && (i2 == t3.__e && o2.some(g), g(f2), g(i2)), u2 || g(t3.__e), t3.__e = t3.__c = t3.__ = null;
  }
  function K(n3, t3, r2) {
    return this.constructor(n3, r2);
  }
  function Q(t3, r2) {
    var u2, i2, f2, o2;
    n2.__ && n2.__(t3, r2), 9 == r2.nodeType && (r2 = r2.documentElement), i2 = (u2 = t3 && 32 & t3.__u) ? null : r2.__k, r2.__k = m($, { children: [t3] }), f2 = [], o2 = [], z(r2, r2.__k, i2 || p, p, r2.namespaceURI, i2 ? null : r2.firstChild ? d.call(r2.childNodes) : null, f2, i2 ? i2.__e : r2.firstChild, u2, o2), E(f2, r2.__k, o2), r2.__k.props.children = null;
  }
  n2 = { __e: function(n3, t3, r2, u2) {
    for (var i2, o2, e2; t3 = t3.__; ) if ((i2 = t3.__c) && !(1 & i2.__g)) {
      i2.__g |= 4;
      try {
        if ((e2 = (o2 = i2.constructor) && o2.getDerivedStateFromError) && i2.setState(o2.getDerivedStateFromError(n3)), i2.componentDidCatch && (i2.componentDidCatch(n3, u2 || {}), e2 = 1), e2 && 8 & i2.__g) return void (i2.__g |= 2);
      } catch (t4) {
        n3 = t4;
      }
    }
    throw f = 0, n3;
  } }, t2 = 0, r = function(n3) {
    return null != n3 && n3.constructor === h;
  }, x.prototype.setState = function(n3, t3) {
    var r2 = this.__s;
    r2 && r2 != this.state || (r2 = this.__s = _({}, this.state)), "function" == typeof n3 && (n3 = n3(_({}, r2), this.props)), n3 && (_(r2, n3), this.__v && (t3 && this.__k.push(t3), L2(this)));
  }, x.prototype.forceUpdate = function(n3) {
    this.__v && (this.__g |= 4, n3 && this.__h.push(n3), L2(this));
  }, x.prototype.render = $, u = [], f = 0, o = function(n3, t3) {
    return n3.__v.__b - t3.__v.__b;
  }, e = /* @__PURE__ */ Symbol(), l = /(PointerCapture)$|Capture$/i, c = 0, a = {}, s = 0;

  // src/html.js
  var html = (
    /** @type {(strings: TemplateStringsArray, ...values: unknown[]) => VNode} */
    htm_module_default.bind(k)
  );
  function byId(id) {
    return (
      /** @type {HTMLElement} */
      document.getElementById(id)
    );
  }
  function classes(...names) {
    return names.filter(Boolean).join(" ") || void 0;
  }

  // src/elements/rows.js
  function dot(colour) {
    const style = { background: colour };
    return html`<span class="swatch" style=${style}></span>`;
  }
  function figureRow({ name, figure, chart, swatch, open, note: note2 }) {
    const mark = swatch ? dot(swatch) : null;
    const content2 = html`<span class="name">${mark}<span class="grow">${name}</span><span class="figure">${figure}</span></span>
    ${chart}
    ${note2 === void 0 ? null : html`<span class="meta">${note2}</span>`}`;
    if (!open) return html`<div class="class-row">${content2}</div>`;
    return html`<button type="button" class="class-row" onClick=${open}>${content2}</button>`;
  }
  function choiceRow(attributes, content2, kind, isOpen) {
    return html`<button type="button" class=${classes(kind, isOpen && "open")} ...${attributes}>${content2}</button>`;
  }

  // src/parts/rail.js
  var rail = {
    id: "yz-rail",
    attributes: (page) => ({ hidden: !isRailed(page), "aria-label": page.say("zones") }),
    content(page) {
      if (!isRailed(page)) return null;
      return html`<button type="button" class="back" onClick=${() => page.open(null)}>${page.text(page.view.title)}</button>
      ${page.data.zones.map(
        (zone) => html`<button key=${zone.key} type="button" data-key=${zone.key} class=${classes("rail-zone", page.state.opened === zone.key && "open")}
          aria-current=${page.state.opened === zone.key ? "true" : null} onClick=${() => page.open(zone.key)}>
          ${dot(zone.colour)}<b>${page.text(zone.shortest)}</b>
        </button>`
      )}`;
    }
  };
  function isRailed(page) {
    var _a;
    return page.view.layout === "map" && ((_a = page.subject(page.state.opened)) == null ? void 0 : _a.kind) === "zone";
  }

  // src/theme.js
  var KEPT = "yzgeo-theme";
  var MODES = ["auto", "light", "dark"];
  function keptTheme() {
    try {
      const mode = (
        /** @type {ThemeMode} */
        localStorage.getItem(KEPT)
      );
      return MODES.includes(mode) ? mode : "auto";
    } catch {
      return "auto";
    }
  }
  var systemDark = window.matchMedia("(prefers-color-scheme: dark)");
  function isDark(state) {
    return state.theme === "auto" ? state.systemDark : state.theme === "dark";
  }
  function makeTheme(page) {
    function variable(name) {
      return getComputedStyle(document.body).getPropertyValue(name).trim();
    }
    systemDark.addEventListener("change", () => page.store.change({ systemDark: systemDark.matches }));
    return {
      variable,
      quiet: () => variable("--ink3"),
      flag: () => variable("--ink"),
      /** A colour of the data on the ground of the theme. @param {string} colour */
      tint: (colour) => isDark(page.state) && !page.state.printing && page.data.on_dark[colour] || colour,
      /** Text in a colour of the data. @param {string} colour */
      shade(colour) {
        const { dark, light } = page.data.text_shades;
        return (isDark(page.state) && !page.state.printing ? dark : light)[colour] || variable("--ink");
      },
      next() {
        const theme = MODES[(MODES.indexOf(page.state.theme) + 1) % MODES.length];
        try {
          localStorage.setItem(KEPT, theme);
        } catch {
        }
        page.store.change({ theme });
      }
    };
  }

  // src/document.js
  function makeDocument(page) {
    let isRoomy = null;
    const dialog2 = (
      /** @type {HTMLDialogElement} */
      byId("yz-dialog")
    );
    function fitLegend() {
      const widest = parseFloat(getComputedStyle(byId("yz-legend")).maxWidth);
      const hasRoom = byId("yz-map").offsetWidth > 2 * widest;
      if (hasRoom !== isRoomy) {
        byId("yz-legend").open = hasRoom;
        page.store.change({ folds: { ...page.state.folds, "yz-legend": hasRoom } });
      }
      isRoomy = hasRoom;
    }
    dialog2.addEventListener("close", () => {
      if (page.state.dialog) page.store.change({ dialog: null });
    });
    window.addEventListener("resize", () => {
      if (page.state.printing) return;
      fitLegend();
      page.map.resized();
    });
    document.querySelector("meta[name=viewport]").content = "width=device-width, initial-scale=1";
    return {
      fitLegend,
      /** Classes and attributes come first: other parts look at the colours they give. */
      draw() {
        const { lang, view, printing: printing2, basemap: basemap2, opened } = page.state;
        const { classList, dataset } = document.body;
        document.documentElement.lang = lang;
        document.documentElement.dataset.theme = isDark(page.state) ? "dark" : "light";
        document.title = page.text(page.data.title);
        dataset.view = view;
        dataset.layout = page.view.layout;
        if (printing2) dataset.paper = printing2;
        else delete dataset.paper;
        classList.toggle("printing", printing2 !== null);
        classList.toggle("panelled", page.subject(opened) !== null);
        classList.toggle("railed", isRailed(page));
        classList.toggle("on-tiles", basemap2.name !== "");
      },
      /** @param {State} state @param {State} before */
      follow(state, before) {
        const panel2 = byId("yz-panel");
        if (state.view !== before.view) byId("yz-list").scrollTop = 0;
        if (state.dialog !== before.dialog) {
          if (state.dialog) dialog2.showModal();
          else if (dialog2.open) dialog2.close();
        }
        const isOther = page.views[state.view].layout !== page.views[before.view].layout;
        if (isOther) page.map.resized();
        if (state.opened !== before.opened) followPanel(panel2);
      }
    };
    function followPanel(panel2) {
      panel2.scrollTop = 0;
      fitLegend();
      page.map.resized();
      panel2.scrollIntoView({ block: "nearest" });
    }
  }

  // src/map/gcj02.js
  var AXIS = 6378245;
  var ECCENTRICITY = 0.006693421622965943;
  var PI = Math.PI;
  function north(x2, y2) {
    let sum = -100 + 2 * x2 + 3 * y2 + 0.2 * y2 * y2 + 0.1 * x2 * y2 + 0.2 * Math.sqrt(Math.abs(x2));
    sum += (20 * Math.sin(6 * x2 * PI) + 20 * Math.sin(2 * x2 * PI)) * 2 / 3;
    sum += (20 * Math.sin(y2 * PI) + 40 * Math.sin(y2 / 3 * PI)) * 2 / 3;
    return sum + (160 * Math.sin(y2 / 12 * PI) + 320 * Math.sin(y2 * PI / 30)) * 2 / 3;
  }
  function east(x2, y2) {
    let sum = 300 + x2 + 2 * y2 + 0.1 * x2 * x2 + 0.1 * x2 * y2 + 0.1 * Math.sqrt(Math.abs(x2));
    sum += (20 * Math.sin(6 * x2 * PI) + 20 * Math.sin(2 * x2 * PI)) * 2 / 3;
    sum += (20 * Math.sin(x2 * PI) + 40 * Math.sin(x2 / 3 * PI)) * 2 / 3;
    return sum + (150 * Math.sin(x2 / 12 * PI) + 300 * Math.sin(x2 / 30 * PI)) * 2 / 3;
  }
  function outside(lat, lon) {
    return lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271;
  }
  function fromWgs84(lat, lon) {
    if (outside(lat, lon)) return { lat, lon };
    const x2 = lon - 105;
    const y2 = lat - 35;
    const phi = lat / 180 * PI;
    const magic = 1 - ECCENTRICITY * Math.sin(phi) ** 2;
    const root = Math.sqrt(magic);
    return {
      lat: lat + north(x2, y2) * 180 / (AXIS * (1 - ECCENTRICITY) / (magic * root) * PI),
      lon: lon + east(x2, y2) * 180 / (AXIS / root * Math.cos(phi) * PI)
    };
  }
  function toWgs84(lat, lon) {
    let guess = { lat, lon };
    for (let step = 0; step < 10; step++) {
      const reached = fromWgs84(guess.lat, guess.lon);
      const dLat = lat - reached.lat;
      const dLon = lon - reached.lon;
      guess = { lat: guess.lat + dLat, lon: guess.lon + dLon };
      if (Math.abs(dLat) + Math.abs(dLon) < 1e-9) break;
    }
    return guess;
  }

  // src/map/shifted_tiles.js
  var { _getTilePos, _getTiledPixelBounds } = L.TileLayer.prototype;
  var ShiftedTiles = (
    /** @type {new (url: string, options: L.TileLayerOptions) => L.TileLayer} */
    /** @type {unknown} */
    L.TileLayer.extend({
      /**
       * How far, in pixels of the level, what a tile shows at a point lies from where the grid has it.
       * @this {Inner} @param {L.Point} point @param {number} zoom
       */
      _shift(point, zoom) {
        const gcj02 = this._map.unproject(point, zoom);
        const truth = toWgs84(gcj02.lat, gcj02.lng);
        return this._map.project([truth.lat, truth.lon], zoom).subtract(point);
      },
      /** @this {Inner} @param {L.Coords} coords */
      _getTilePos(coords) {
        const size = this.getTileSize();
        const middle = coords.scaleBy(size).add(size.divideBy(2));
        return _getTilePos.call(this, coords).add(this._shift(middle, coords.z).round());
      },
      /** @this {Inner} @param {L.LatLng} center */
      _getTiledPixelBounds(center) {
        const bounds = _getTiledPixelBounds.call(this, center);
        const back = this._shift(bounds.getCenter(), this._tileZoom).round();
        return new L.Bounds(
          /** @type {L.Point} */
          bounds.min.subtract(back),
          /** @type {L.Point} */
          bounds.max.subtract(back)
        );
      }
    })
  );

  // src/map/basemaps.js
  var PATIENCE_MS = 8e3;
  var KEPT2 = "yzgeo-tianditu-key";
  function keptKey() {
    try {
      return localStorage.getItem(KEPT2) || "";
    } catch {
      return "";
    }
  }
  function makeBasemaps(page) {
    const { leaflet: map, tiles } = page;
    let active = [];
    let timer = 0;
    function layersOf({ name, key }) {
      if (!name || name === "tianditu" && !key) return [];
      if (name === "OpenStreetMap") return [tiles.OpenStreetMap];
      if (name === "gaode") return [new ShiftedTiles(tiles.gaode._url, tiles.gaode.options)];
      return [tiles.tianditu, tiles.tianditu_names].map((layer) => {
        return L.tileLayer(
          layer._url,
          /** @type {L.TileLayerOptions} */
          { ...layer.options, tk: key }
        );
      });
    }
    function failed() {
      page.store.change({ notice: { about: "basemap", words: page.both("basemap_failed") } });
    }
    function arrived() {
      var _a;
      clearTimeout(timer);
      if (((_a = page.state.notice) == null ? void 0 : _a.about) === "basemap") page.store.change({ notice: null });
    }
    function swap() {
      clearTimeout(timer);
      for (const layer of active) {
        map.removeLayer(layer);
        layer.off("tileerror", failed).off("tileload", arrived);
      }
      active = layersOf(page.state.basemap);
      for (const layer of active) {
        layer.on("tileerror", failed).on("tileload", arrived);
        map.addLayer(layer);
      }
      if (active.length) timer = window.setTimeout(failed, PATIENCE_MS);
    }
    return {
      layers: () => active,
      /** @param {string} name */
      choose: (name) => page.store.change({ basemap: { ...page.state.basemap, name }, notice: null }),
      /** @param {string} key of Tianditu */
      use(key) {
        try {
          localStorage.setItem(KEPT2, key);
        } catch {
        }
        page.store.change({ basemap: { name: "tianditu", key }, notice: null });
      },
      /** @param {State} state @param {State} before */
      follow(state, before) {
        if (state.basemap !== before.basemap) swap();
      }
    };
  }

  // src/outputs/inside.js
  function placeInside(shape) {
    if (shape.type === "Point") return shape.coordinates.slice(0, 2);
    const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    const stretches = parts.flatMap((rings) => stretchesAt(rings, halfway(rings[0])));
    stretches.sort((a2, b) => b.width - a2.width);
    return stretches[0].at;
  }
  function isInside([x2, y2], shape) {
    const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    return parts.some((rings) => stretchesAt(rings, y2).some(({ width, at }) => Math.abs(x2 - at[0]) <= width / 2));
  }
  function halfway(ring) {
    const heights = ring.map((at) => at[1]).sort((a2, b) => a2 - b);
    let middle = Math.floor(heights.length / 2);
    while (middle < heights.length - 1 && heights[middle] === heights[0]) middle += 1;
    const below = heights.filter((height) => height < heights[middle]);
    return (heights[middle] + below[below.length - 1]) / 2;
  }
  function stretchesAt(rings, y2) {
    const crossed = [];
    for (const ring of rings) {
      for (let i2 = 1; i2 < ring.length; i2++) {
        const [ax, ay] = ring[i2 - 1];
        const [bx, by] = ring[i2];
        if (ay > y2 !== by > y2) crossed.push(ax + (bx - ax) * (y2 - ay) / (by - ay));
      }
    }
    crossed.sort((a2, b) => a2 - b);
    const stretches = [];
    for (let i2 = 0; i2 + 1 < crossed.length; i2 += 2) {
      const [from, to] = [crossed[i2], crossed[i2 + 1]];
      stretches.push({ width: to - from, at: [(from + to) / 2, y2] });
    }
    return stretches;
  }

  // src/elements/links.js
  function link(page, key, note2) {
    const { name } = page.data.subjects[key];
    return opener(page, key, "", html`${page.text(name)}${note2 ? html`<span class="meta">${`  ${note2}`}</span>` : null}`);
  }
  function namedLink(page, key, words2) {
    return opener(page, key, "", words2 || page.text(page.data.subjects[key].name));
  }
  function details(page, key) {
    const label = `${page.say("details")} ${page.text(page.data.subjects[key].name)}`;
    return opener(page, key, "details", page.say("details"), label);
  }
  function opener(page, key, kind, content2, label) {
    const opened = page.state.opened === key && "open";
    return html`<button type="button" class=${classes(kind, "open-subject", opened)} data-key=${key} aria-label=${label}
    onClick=${() => page.open(key)}>${content2}</button>`;
  }
  function list(items) {
    return html`<ul class="links">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
  }
  function linkList(page, keys, note2) {
    return list(keys.map((key) => link(page, key, note2 ? note2(key) : "")));
  }
  function fold(page, id, title, content2, onPaper) {
    const { printing: printing2, unfolded: unfolded2 } = page.state;
    const toggled = (event) => {
      const { open } = (
        /** @type {HTMLDetailsElement} */
        event.currentTarget
      );
      if (page.state.printing || Boolean(page.state.unfolded[id]) === open) return;
      page.store.change({ unfolded: { ...page.state.unfolded, [id]: open } });
    };
    return html`<details id=${id} open=${Boolean(unfolded2[id] || printing2 && onPaper)} onToggle=${toggled}>
    <summary>${title}</summary>${content2}
  </details>`;
  }
  function note(words2) {
    return html`<p class="empty">${words2}</p>`;
  }
  function counted(name, count) {
    return `${name} ${count}`;
  }

  // src/map/room.js
  var GOLDEN_ANGLE = 2.39996;
  var SEED_PX = 9;
  var SEED_SPACE = 1.35;
  var FARTHER_PX = 14;
  function seeds(count, radius3) {
    return Array.from({ length: count }, (_2, index) => {
      const angle = index * GOLDEN_ANGLE;
      const reach = SEED_PX * Math.sqrt(index) * SEED_SPACE + (index ? radius3 * 0.6 : 0);
      return [reach * Math.cos(angle), reach * Math.sin(angle)];
    });
  }
  function around(middle, w2, h2) {
    return { left: middle.x - w2, top: middle.y - h2, right: middle.x + w2, bottom: middle.y + h2 };
  }
  function isFree(box2, taken) {
    return !taken.some(
      (other) => box2.left <= other.right && box2.right >= other.left && box2.top <= other.bottom && box2.bottom >= other.top
    );
  }
  function isWithin(box2, other) {
    return box2.left >= other.left && box2.right <= other.right && box2.top >= other.top && box2.bottom <= other.bottom;
  }
  function labelSpots(middle, frame, w2, h2) {
    const x2 = (frame.left + frame.right) / 2;
    const y2 = (frame.top + frame.bottom) / 2;
    return [
      middle,
      { x: middle.x, y: middle.y - 2 * h2 },
      { x: middle.x, y: middle.y + 2 * h2 },
      { x: x2, y: y2 },
      { x: x2, y: frame.bottom + h2 + 3 },
      { x: x2, y: frame.top - h2 - 3 },
      { x: frame.right + w2, y: y2 },
      { x: frame.left - w2, y: y2 },
      { x: x2, y: frame.bottom + h2 + FARTHER_PX },
      { x: x2, y: frame.top - h2 - FARTHER_PX }
    ];
  }
  function freeSpot(spots, w2, h2, taken, isFit = () => true) {
    return spots.find((spot) => isFree(around(spot, w2, h2), taken) && isFit(spot));
  }
  var MOST_SYMBOLS = 60;
  function isCrowded(count) {
    return count > MOST_SYMBOLS;
  }
  var MOST_LAID_OUT = 12;
  var SMALLEST_DISC_PX = 13;
  var LARGEST_DISC_PX = 30;
  function gathered(lots) {
    let all = lots.map((lot) => {
      const isOpen = lot.count <= MOST_LAID_OUT;
      return { x: lot.x, y: lot.y, radius: isOpen ? lot.reach : discRadius([lot]), lots: [lot], isOpen };
    });
    const crowded = all.filter((one) => one.isOpen && one.lots[0].count > 1 && all.some((other) => touches(one, other)));
    for (const one of crowded) Object.assign(one, { isOpen: false, radius: discRadius(one.lots) });
    for (let before = Number.POSITIVE_INFINITY; all.length < before; ) {
      before = all.length;
      all = joined(all);
    }
    return all;
  }
  function joined(all) {
    const next = [];
    for (const one of [...all].sort((a2, b) => b.radius - a2.radius)) {
      const host = next.find((other) => touches(one, other));
      if (!host) {
        next.push({ ...one });
        continue;
      }
      const [mine, theirs] = [countOf(one.lots), countOf(host.lots)];
      host.x = (host.x * theirs + one.x * mine) / (theirs + mine);
      host.y = (host.y * theirs + one.y * mine) / (theirs + mine);
      host.lots = host.lots.concat(one.lots);
      host.isOpen = false;
      host.radius = discRadius(host.lots);
    }
    return next;
  }
  function touches(one, other) {
    return one !== other && Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius;
  }
  var countOf = (lots) => lots.reduce((sum, lot) => sum + lot.count, 0);
  function discRadius(lots) {
    const sum = lots.reduce((whole, lot) => whole + lot.sum, 0);
    return Math.min(LARGEST_DISC_PX, Math.max(SMALLEST_DISC_PX, 4 + 1.4 * Math.sqrt(sum)));
  }

  // src/map/clusters.js
  var MOST_LISTED = 200;
  var FAINT = 0.2;
  var BELOW_PX = 4;
  var LABEL = { permanent: true, direction: "center", opacity: 1, interactive: false };
  function makeClusters(page) {
    const map = page.leaflet;
    const discs = L.layerGroup().addTo(map);
    const byKey = new Map(page.data.projects.map((project2) => [project2.key, project2]));
    const isProject = (shape) => byKey.has(shape.key);
    const projectsOf = (shapes) => [...new Set(shapes.flatMap((shape) => byKey.get(shape.key) || []))];
    function placesOf(shapes) {
      var _a, _b;
      const groups = /* @__PURE__ */ new Map();
      for (const shape of shapes) {
        const at = `${(_a = shape.home) == null ? void 0 : _a.lat},${(_b = shape.home) == null ? void 0 : _b.lng}`;
        groups.set(at, [...groups.get(at) || [], shape]);
      }
      return [...groups.values()].map((group3) => {
        const { x: x2, y: y2 } = map.latLngToLayerPoint(
          /** @type {L.LatLng} */
          group3[0].home
        );
        const radii = group3.map(({ options }) => (
          /** @type {L.CircleMarkerOptions} */
          options.radius || 0
        ));
        const widest = Math.max(...radii);
        const [dx, dy] = seeds(group3.length, widest)[group3.length - 1];
        const sum = projectsOf(group3).reduce((whole, { investment }) => whole + (investment || 0), 0);
        return { x: x2, y: y2, count: group3.length, sum, reach: Math.hypot(dx, dy) + widest, shapes: group3 };
      });
    }
    function tell(shapes, at) {
      const box2 = document.createElement("div");
      const projects3 = projectsOf(shapes);
      projects3.sort((a2, b) => (b.investment || 0) - (a2.investment || 0));
      const rows = projects3.slice(0, MOST_LISTED).map((project2) => {
        const invests = page.numbers.investment(project2);
        return html`${namedLink(page, project2.key, "")}<span class="meta">${invests}</span>`;
      });
      Q(html`<p>${words2(shapes)}</p>${list(rows)}`, box2);
      L.popup({ maxHeight: 260, minWidth: 220, maxWidth: 280, autoPanPadding: [20, 20] }).setLatLng(at).setContent(box2).openOn(map);
    }
    const invested = (shapes) => page.numbers.invested(projectsOf(shapes));
    const sumLines = (shapes) => invested(shapes).split(/(?=[（(])/);
    const words2 = (shapes) => `${page.numbers.projects(projectsOf(shapes).length)} · ${invested(shapes)}`;
    function colourOf(shapes) {
      const colours = new Set(shapes.map((shape) => shape.options.color));
      return colours.size === 1 ? [...colours][0] : page.theme.quiet();
    }
    function open(shapes, at) {
      const bounds = L.latLngBounds(shapes.map((shape) => (
        /** @type {L.LatLng} */
        shape.home
      )));
      const isOnePlace = bounds.getNorthEast().equals(bounds.getSouthWest());
      if (isOnePlace || map.getZoom() >= map.getMaxZoom()) tell(shapes, at);
      else {
        page.map.stay(true);
        map.fitBounds(bounds, { padding: [60, 60], maxZoom: map.getZoom() + 3 });
      }
    }
    function label(at, lines, className, down) {
      const box2 = document.createElement("div");
      Q(
        lines.map((words3) => html`<span>${words3}</span>`),
        box2
      );
      const tip = L.tooltip({ ...LABEL, className, offset: [0, down] });
      discs.addLayer(tip.setLatLng(at).setContent(box2));
      return tip;
    }
    function draw(gathering) {
      var _a, _b;
      const { x: x2, y: y2, radius: radius3 } = gathering;
      const shapes = (
        /** @type {Place[]} */
        gathering.lots.flatMap((place2) => place2.shapes)
      );
      for (const shape of shapes) show(shape, gathering);
      const at = map.layerPointToLatLng([x2, y2]);
      const colour = colourOf(shapes);
      const disc2 = L.circleMarker(at, {
        radius: radius3,
        className: "cluster",
        weight: 1.5,
        color: colour,
        fillColor: colour,
        fillOpacity: 0.75
      });
      disc2.on("click", (event) => {
        if (page.measure.isActive()) return;
        L.DomEvent.stopPropagation(event);
        open(shapes, at);
      });
      disc2.bindTooltip(() => words2(shapes), { sticky: true });
      discs.addLayer(disc2);
      label(at, [String(projectsOf(shapes).length)], "cluster-label", 0);
      const sum = label(at, sumLines(shapes), "cluster-label sum", 0);
      sum.options.offset = L.point(0, radius3 + BELOW_PX + Number((_a = sum.getElement()) == null ? void 0 : _a.offsetHeight) / 2);
      sum.update();
      (_b = disc2.getElement()) == null ? void 0 : _b.setAttribute("tabindex", "-1");
      return { at: L.point(x2, y2), radius: radius3, sum };
    }
    return {
      /**
       * Draws what is too many as discs, and gives what is left to be laid out one by one, and the room that discs take.
       * @param {DrawnShape[]} symbols
       * @returns {Arrangement}
       */
      arrange(symbols) {
        discs.clearLayers();
        for (const shape of symbols) show(shape, void 0);
        const projects3 = symbols.filter((shape) => isProject(shape) && !isFaint(shape));
        if (!isCrowded(projects3.length)) return { single: symbols, discs: [] };
        const closed = gathered(placesOf(projects3)).filter((one) => !one.isOpen);
        const room = closed.map(draw);
        function isGone(shape) {
          if (isProject(shape)) return isFaint(shape) || shape.within !== void 0;
          return room.some((disc2) => covers(map, disc2, shape));
        }
        for (const shape of symbols.filter(isGone)) hide(shape);
        return { single: symbols.filter((shape) => !isGone(shape)), discs: room };
      }
    };
    function show(shape, gathering) {
      var _a;
      (_a = shape.getElement()) == null ? void 0 : _a.removeAttribute("display");
      shape.within = gathering && { at: map.layerPointToLatLng([gathering.x, gathering.y]), radius: gathering.radius };
    }
  }
  function isFaint(shape) {
    return Number(shape.options.opacity) <= FAINT;
  }
  function hide(shape) {
    var _a;
    (_a = shape.getElement()) == null ? void 0 : _a.setAttribute("display", "none");
  }
  function covers(map, { at, radius: radius3 }, shape) {
    return map.latLngToLayerPoint(
      /** @type {L.LatLng} */
      shape.home
    ).distanceTo(at) < radius3;
  }

  // src/map/labels.js
  var LABEL_ABOVE_PX = 12;
  var CLEAR_PX = 2;
  var LABEL2 = { permanent: true, direction: "center", opacity: 1, interactive: false };
  function makeLabels(page, shapes) {
    const map = page.leaflet;
    const clusters = makeClusters(page);
    const names = L.layerGroup().addTo(map);
    const circles = L.layerGroup();
    function label(place2, more2) {
      const box2 = document.createElement("div");
      const tip = place2(L.tooltip({ ...LABEL2, ...more2 }));
      return { tip, box: box2 };
    }
    const zones = page.data.zones.flatMap((zone) => {
      const { middle } = zone;
      if (!middle) return [];
      const { tip, box: box2 } = label((tip2) => tip2.setLatLng(middle), { className: "zone-label" });
      tip.setContent(box2);
      map.addLayer(tip);
      return [{ tip, box: box2, zone, middle }];
    });
    const places = page.data.places.map((place2) => {
      const shared2 = shapes.countAt(place2);
      const above = shared2 ? -(LABEL_ABOVE_PX + 9 * Math.sqrt(shared2)) : 0;
      const at = [place2.lat, place2.lon];
      const more2 = { className: "place-label", offset: L.point(0, above) };
      const { tip } = label((tip2) => tip2.setLatLng(at), more2);
      const name = document.createElement("span");
      name.className = "name";
      tip.setContent(name);
      names.addLayer(tip);
      const style = { className: "uncertainty", weight: 1, dashArray: "2 4", fill: false, interactive: false };
      circles.addLayer(L.circle(at, { radius: place2.uncertainty_m, ...style }));
      return { tip, name, place: place2 };
    });
    function frameOf({ zone }) {
      const bounds = shapes.byKey[zone.key].getBounds();
      const low = map.latLngToLayerPoint(bounds.getSouthWest());
      const high = map.latLngToLayerPoint(bounds.getNorthEast());
      return { left: low.x, right: high.x, top: high.y, bottom: low.y };
    }
    const isOuter = ({ zone }) => shapes.byKey[zone.key].base.fillOpacity === 0;
    function isFit(spot, label2, w2, h2) {
      const inside = zones.filter(({ zone }) => {
        return [-h2, 0, h2].some((step) => {
          const at = map.layerPointToLatLng([spot.x, spot.y + step]);
          const outline = shapes.byKey[zone.key];
          return outline.getBounds().contains(at) && isInside([at.lng, at.lat], outline.feature.geometry);
        });
      });
      if (inside.length && !inside.includes(label2)) return false;
      if (isOuter(label2) && !(inside.length && inside.every((one) => one === label2 || isOuter(one)))) return false;
      const view = viewOf(map);
      return !isWithin(around(map.latLngToLayerPoint(label2.middle), 0, 0), view) || isWithin(around(spot, w2, h2), view);
    }
    function placeZone(label2, taken) {
      const { tip, zone, middle } = label2;
      const node = tip.getElement();
      if (!node || !shapes.byKey[zone.key]) return;
      const frame = frameOf(label2);
      for (const isBare of [false, true]) {
        node.classList.toggle("bare", isBare);
        const w2 = node.offsetWidth / 2 + CLEAR_PX;
        const h2 = node.offsetHeight / 2 + CLEAR_PX;
        const spots = labelSpots(map.latLngToLayerPoint(middle), frame, w2, h2);
        const spot = freeSpot(spots, w2, h2, taken, (one) => isFit(one, label2, w2, h2));
        if (!spot) continue;
        node.style.visibility = "";
        taken.push(around(spot, w2, h2));
        tip.setLatLng(map.layerPointToLatLng([spot.x, spot.y]));
        return;
      }
      node.style.visibility = "hidden";
    }
    function zonesByRank() {
      const isOpened = ({ zone }) => Number(zone.key === page.state.opened);
      return [...zones].sort((a2, b) => isOpened(b) - isOpened(a2) || a2.zone.rank - b.zone.rank);
    }
    function showWhereFree(tip, taken) {
      const node = tip.getElement();
      const at = tip.getLatLng();
      if (!node || !at) return;
      const point = map.latLngToLayerPoint(at).add(
        /** @type {L.Point} */
        tip.options.offset
      );
      const box2 = around(point, node.offsetWidth / 2, node.offsetHeight / 2);
      const isShown = isFree(box2, taken);
      node.style.visibility = isShown ? "" : "hidden";
      if (isShown) taken.push(box2);
    }
    return {
      names,
      circles,
      write() {
        for (const { tip, box: box2, zone } of zones) {
          const lines = (
            /** @type {string[]} */
            [].concat(page.view.label(zone)).filter(Boolean)
          );
          const content2 = html`<span class="name">${page.text(zone.short)}</span>
          ${lines.map((line) => html`<span class="area">${line}</span>`)}`;
          Q(content2, box2);
          tip.update();
        }
        for (const { tip, name, place: place2 } of places) {
          name.textContent = page.text(place2.name);
          tip.update();
        }
      },
      /** Spreads the symbols, and puts labels where they cover none. */
      arrange() {
        const { single, discs } = clusters.arrange(shapes.symbols().filter((shape) => shape.options.opacity !== 0));
        spread(map, single);
        const taken = single.map((shape) => {
          const reach = radiusOf(shape) + CLEAR_PX;
          return around(map.latLngToLayerPoint(placeOf(shape)), reach, reach);
        });
        taken.push(...discs.map(({ at, radius: radius3 }) => around(at, radius3 + CLEAR_PX, radius3 + CLEAR_PX)));
        for (const label2 of zonesByRank()) placeZone(label2, taken);
        for (const { sum } of discs) showWhereFree(sum, taken);
        for (const { tip } of places) showWhereFree(tip, taken);
      }
    };
  }
  function viewOf(map) {
    const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
    const { x: right, y: bottom } = map.containerPointToLayerPoint(map.getSize());
    return { left, top, right, bottom };
  }
  function placeOf(shape) {
    if (shape.within) return shape.within.at;
    return (
      /** @type {() => L.LatLng} */
      shape.getLatLng.call(shape)
    );
  }
  function radiusOf(shape) {
    var _a;
    return ((_a = shape.within) == null ? void 0 : _a.radius) || /** @type {L.CircleMarkerOptions} */
    shape.options.radius || 0;
  }
  function spread(map, shapes) {
    const groups = /* @__PURE__ */ new Map();
    for (const shape of shapes) {
      const home = (
        /** @type {L.LatLng} */
        shape.home
      );
      const at = `${home.lat},${home.lng}`;
      groups.set(at, [...groups.get(at) || [], shape]);
    }
    for (const group3 of groups.values()) {
      group3.sort((a2, b) => radiusOf(b) - radiusOf(a2));
      const middle = map.latLngToLayerPoint(
        /** @type {L.LatLng} */
        group3[0].home
      );
      const offsets = seeds(group3.length, radiusOf(group3[0]));
      group3.forEach((shape, index) => {
        shape.setLatLng(map.layerPointToLatLng(middle.add(offsets[index])));
      });
    }
  }

  // src/map/shapes.js
  var LAYERS = {
    zones: { kind: "zone", id: "zone_id" },
    parks: { kind: "park", id: "park_id" },
    projects: { kind: "project", id: "project_id" }
  };
  var SYMBOLS = ["parks", "projects"];
  function makeShapes(page) {
    const { leaflet: map, layers } = page;
    const byKey = {};
    const allByKey = {};
    function shapesOf2(name) {
      return layers[name] ? (
        /** @type {DrawnShape[]} */
        /** @type {unknown} */
        layers[name].getLayers()
      ) : [];
    }
    function hint(key) {
      const { name, note: note2 } = page.data.subjects[key];
      const box2 = document.createElement("div");
      box2.textContent = page.text(name) + (note2 && page.text(note2) ? ` · ${page.text(note2)}` : "");
      return box2;
    }
    for (const [layer, { kind, id }] of Object.entries(LAYERS)) {
      for (const shape of shapesOf2(layer)) {
        const key = `${kind}:${shape.feature.properties[id]}`;
        shape.key = key;
        shape.base = { ...shape.options };
        if (shape.getLatLng) shape.home = shape.getLatLng();
        allByKey[key] = [...allByKey[key] || [], shape];
        byKey[key] = allByKey[key][0];
        shape.on("click", (event) => {
          if (page.measure.isActive()) return;
          L.DomEvent.stopPropagation(event);
          page.open(key);
        });
        shape.bindTooltip(() => hint(key), { sticky: true });
      }
    }
    return {
      byKey,
      allByKey,
      shapesOf: shapesOf2,
      /** Symbols of the layers that are on. */
      symbols: () => SYMBOLS.filter((name) => layers[name] && map.hasLayer(layers[name])).flatMap(shapesOf2).filter((shape) => shape.home),
      /** The number of symbols at a place, of visible and hidden layers. @param {Place} place */
      countAt: ({ lat, lon }) => SYMBOLS.flatMap(shapesOf2).filter((shape) => {
        var _a;
        return ((_a = shape.home) == null ? void 0 : _a.lat) === lat && shape.home.lng === lon;
      }).length,
      /** The district is ground: the pointer goes through it, and its colours are the theme's. */
      layGround() {
        for (const shape of shapesOf2("district")) {
          const element = shape.getElement();
          if (!element) continue;
          element.classList.remove("leaflet-interactive");
          element.classList.add("district-shape");
        }
      }
    };
  }
  function putHatches(page) {
    const square = { width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
    const patterns = page.data.zones.map(
      ({ zone_id, colour }) => html`<pattern id=${`yz-hatch-${zone_id}`} ...${square}>
      <rect width="6" height="6" fill=${colour} fill-opacity=".18" /><rect width="2.4" height="6" fill=${colour} />
    </pattern>`
    );
    const pane = (
      /** @type {HTMLElement} */
      page.leaflet.getPane("overlayPane")
    );
    const drawing = pane.querySelector("svg");
    if (!drawing) return;
    const defs = document.createElementNS("http://www.w3.org/2000/svg", "defs");
    drawing.appendChild(defs);
    Q(patterns, defs);
  }

  // src/map/sight.js
  var CONTROLS_PX = 52;
  var LEAST_SIGHT_PX = 60;
  var EDGE_PX = 6;
  function makeSight(page) {
    var _a;
    const { leaflet: map, data } = page;
    const container = map.getContainer();
    let isWhole = true;
    let isAway = false;
    let isFlying = false;
    function under() {
      const panel2 = byId("yz-panel");
      if (panel2.hidden || getComputedStyle(panel2).position !== "fixed") return 0;
      const covered = container.getBoundingClientRect().bottom - panel2.getBoundingClientRect().top;
      return Math.max(0, Math.min(map.getSize().y - LEAST_SIGHT_PX, covered));
    }
    function margins(px) {
      const legend3 = (
        /** @type {HTMLDetailsElement} */
        byId("yz-legend")
      );
      const isWide = map.getSize().x > 2 * legend3.offsetWidth;
      const covers2 = getComputedStyle(legend3).position === "absolute" && legend3.open && isWide;
      return {
        paddingTopLeft: [covers2 ? legend3.offsetWidth + px / 2 : px, px],
        paddingBottomRight: [px, px + under()]
      };
    }
    function legendHeight() {
      return container.getBoundingClientRect().bottom - byId("yz-legend").getBoundingClientRect().top + EDGE_PX;
    }
    function home() {
      isWhole = true;
      isAway = false;
      if (isFlying) {
        map.once("zoomend", () => {
          if (isWhole) home();
        });
        return;
      }
      const zoom = map.getBoundsZoom(data.bounds, false, L.point(12, 12));
      const low = map.project(data.bounds[0], zoom);
      const high = map.project(data.bounds[1], zoom);
      const size = map.getSize();
      const covered = margins(12).paddingTopLeft[0];
      const left = Math.max(EDGE_PX, Math.min(covered, size.x - Math.abs(high.x - low.x) - CONTROLS_PX));
      const spare = size.y - Math.abs(high.y - low.y) - 12;
      const bottom = left < covered ? Math.max(EDGE_PX, Math.min(legendHeight(), spare)) : EDGE_PX;
      map.fitBounds(data.bounds, {
        paddingTopLeft: [left, EDGE_PX],
        paddingBottomRight: [EDGE_PX, bottom],
        animate: false
      });
      isWhole = true;
      isAway = false;
    }
    function stay(zoomed) {
      isAway = isAway || isWhole || Boolean(zoomed);
      isWhole = false;
    }
    function stray() {
      isWhole = false;
      isAway = false;
    }
    function fit2(bounds, maxZoom) {
      map.fitBounds(bounds, { maxZoom, ...margins(under() ? 16 : 40) });
    }
    function reach(at) {
      map.panInside(at, { paddingTopLeft: [80, 30], paddingBottomRight: [80, under() + 30] });
    }
    map.on("zoomanim", () => {
      isFlying = true;
    });
    map.on("zoomend", () => {
      isFlying = false;
    });
    map.on("dragstart boxzoomend", stray);
    map.on("dblclick", () => {
      if (map.doubleClickZoom.enabled()) stray();
    });
    container.addEventListener("wheel", stray);
    container.addEventListener("keydown", (event) => {
      if (/^(Arrow|Page|[-+=_])/.test(event.key)) stray();
    });
    container.addEventListener("touchmove", (event) => {
      if (event.touches.length > 1) stray();
    });
    (_a = container.querySelector(".leaflet-control-zoom")) == null ? void 0 : _a.addEventListener("click", stray, true);
    return {
      home,
      stay,
      fit: fit2,
      reach,
      isWhole: () => isWhole,
      isAway: () => isAway,
      /** As long as the reader looks at the whole district, it stays whole in a map of another size. */
      resized() {
        map.invalidateSize({ pan: false });
        if (isWhole) home();
      }
    };
  }

  // src/map/map.js
  var FAR_ZOOM = 10.5;
  var OPENED_PX = 4;
  var RING_PX = 5;
  var ZONE_ZOOM = 13;
  var PARCEL_ZOOM = 17;
  var LOOKS = (
    /** @type {const} */
    [
      "view",
      "opened",
      "rule",
      "chosen",
      "lang",
      "theme",
      "systemDark",
      "shown",
      "printing",
      "basemap"
    ]
  );
  function makeMap(page) {
    const { leaflet: map, layers } = page;
    const shapes = makeShapes(page);
    const sight = makeSight(page);
    const labels = makeLabels(page, shapes);
    const halo = L.layerGroup().addTo(map);
    const { byKey, allByKey } = shapes;
    function pathOf(key, shape) {
      const subject = page.data.subjects[key];
      const path = { opacity: 1, ...shape.base, ...page.view.style(key, subject, shape.base) };
      if (key === page.state.opened && !shape.home) path.weight = OPENED_PX;
      if (subject.kind === "park" && path.opacity !== 0) path.fillColor = page.theme.variable("--panel");
      return path;
    }
    function restyle() {
      for (const shape of Object.values(allByKey).flat()) {
        const path = pathOf(shape.key, shape);
        shape.setStyle(path);
        if (shape.setRadius) shape.setRadius(path.radius);
        const element = (
          /** @type {SVGElement | undefined} */
          shape.getElement()
        );
        if (!element) continue;
        element.style.pointerEvents = path.opacity === 0 ? "none" : "";
        element.setAttribute("tabindex", "-1");
      }
    }
    function refresh() {
      labels.write();
      restyle();
      shapes.layGround();
      labels.arrange();
    }
    function toggle(name, on) {
      const layer = { places: labels.names, uncertainty: labels.circles }[name] || layers[name];
      if (map.hasLayer(layer) === on) return;
      if (on) map.addLayer(layer);
      else map.removeLayer(layer);
      if (on && name === "zones") for (const shape of shapes.shapesOf("zones")) shape.bringToBack();
      if (on && layers.district && map.hasLayer(layers.district)) layers.district.bringToBack();
    }
    function ring(keys) {
      for (const shape of keys.flatMap((key) => allByKey[key] || [])) {
        const style = { className: "ring", weight: 2, fill: false, interactive: false };
        halo.addLayer(L.circleMarker(placeOf(shape), { radius: radiusOf(shape) + RING_PX, ...style }));
      }
    }
    function markOpened() {
      const { opened } = page.state;
      const subject = page.subject(opened);
      halo.clearLayers();
      if (!opened || !subject) return;
      if (subject.projects) ring(subject.projects);
      const homes = (allByKey[opened] || []).flatMap(({ home }) => home || []);
      if (!homes.length) return;
      const radius3 = subject.uncertainty_m;
      const style = { className: "uncertainty chosen", weight: 1.5, dashArray: "4 4", interactive: false };
      if (radius3) for (const home of homes) halo.addLayer(L.circle(home, { radius: radius3, ...style }));
      ring([opened]);
    }
    function travelToParcel(geometry) {
      const bounds = L.geoJSON(geometry).getBounds();
      sight.stay();
      if (map.getBounds().intersects(bounds)) sight.reach(bounds.getCenter());
      else sight.fit(bounds, PARCEL_ZOOM);
    }
    function travelTo(shape) {
      const homes = allByKey[shape.key].flatMap(({ home }) => home || []);
      sight.stay(!shape.home);
      if (homes.length > 1) sight.fit(L.latLngBounds(homes), ZONE_ZOOM);
      else if (shape.home) sight.reach(shape.home);
      else sight.fit(shape.getBounds(), ZONE_ZOOM);
    }
    function travel(isNew, isOtherView) {
      var _a;
      const { opened } = page.state;
      const geometry = isNew && ((_a = page.subject(opened)) == null ? void 0 : _a.geometry);
      const shape = isNew && opened && byKey[opened];
      if (geometry) travelToParcel(geometry);
      else if (shape) travelTo(shape);
      else if ((isNew || isOtherView) && sight.isAway()) sight.home();
    }
    function zoomed() {
      map.getContainer().classList.toggle("far", map.getZoom() < FAR_ZOOM);
      labels.arrange();
      markOpened();
    }
    return {
      byKey,
      allByKey,
      home: sight.home,
      stay: sight.stay,
      isWhole: sight.isWhole,
      resized: sight.resized,
      refresh,
      /** Shows the state for the first time. */
      start() {
        for (const [name, on] of Object.entries(page.state.shown)) toggle(name, on);
        map.on("zoomend", zoomed);
        putHatches(page);
        sight.home();
        refresh();
        zoomed();
      },
      /** @param {State} state @param {State} before */
      follow(state, before) {
        for (const [name, on] of Object.entries(state.shown)) if (on !== before.shown[name]) toggle(name, on);
        if (LOOKS.some((name) => state[name] !== before[name])) refresh();
        if (state.visits === before.visits) return;
        markOpened();
        travel(state.opened !== before.opened, state.view !== before.view);
      }
    };
  }

  // src/state/address.js
  var START = { view: "overview", opened: null, rule: null, finding: null, clause: null, chosen: null };
  var NAMES = /^(view|rule|finding|clause|class|parcel)$/;
  function read(hash, names) {
    const destination = { state: { ...START }, parcel: null, unknown: null };
    for (const part of hash.slice(1).split("&")) {
      const cut = part.indexOf("=");
      if (cut >= 0) take(destination, part.slice(0, cut), decoded(part.slice(cut + 1)), names);
    }
    settleFinding(destination, names);
    if (destination.state.rule || destination.state.clause) destination.state.view = "findings";
    else if (destination.state.chosen !== null) destination.state.view = "projects";
    return destination;
  }
  function take(destination, name, value, names) {
    const { state } = destination;
    const key = `${name}:${value}`;
    if (name === "view" && names.view(value)) state.view = /** @type {ViewName} */
    value;
    else if (name === "rule" && names.rule(value)) state.rule = value;
    else if (name === "finding" && value) state.finding = value;
    else if (name === "clause" && names.clause(value)) state.clause = value;
    else if (name === "class" && names.chosen(value)) state.chosen = value;
    else if (names.subject(key)) state.opened = key;
    else if (name === "parcel" && names.parcels) destination.parcel = value;
    else if (NAMES.test(name) || names.kind(name)) destination.unknown = [name, value];
  }
  function settleFinding(destination, names) {
    const { state } = destination;
    const named2 = state.finding;
    if (state.rule) state.clause = null;
    if (named2 === null) return;
    state.finding = state.rule ? names.finding(state.rule, named2) : null;
    if (state.finding === null) destination.unknown = ["finding", named2];
  }
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }
  function addressOf(state) {
    const parts = [];
    if (state.rule) parts.push(`rule=${encodeURIComponent(state.rule)}`);
    else if (state.view !== START.view && !state.clause) parts.push(`view=${state.view}`);
    if (state.rule && state.finding) parts.push(`finding=${encodeURIComponent(state.finding)}`);
    if (state.clause) parts.push(`clause=${encodeURIComponent(state.clause)}`);
    if (state.chosen !== null) parts.push(`class=${encodeURIComponent(state.chosen)}`);
    if (state.opened) {
      const cut = state.opened.indexOf(":");
      parts.push(`${state.opened.slice(0, cut)}=${encodeURIComponent(state.opened.slice(cut + 1))}`);
    }
    return `#${parts.join("&")}`;
  }

  // src/state/state.js
  var NO_SEARCH = { typed: "", hits: [], active: -1, total: 0, isFinished: true };
  var NO_MEASURE = { mode: null, isDone: false, points: [] };
  function firstState({ lang, theme, systemDark: systemDark2, shown, tiandituKey, wide }) {
    return {
      ...START,
      visits: 0,
      lang,
      theme,
      systemDark: systemDark2,
      shown,
      folds: { "yz-legend": true, "yz-findings": false, "yz-layers": wide, "yz-sources": false },
      unfolded: {},
      severity: null,
      hovered: null,
      notice: null,
      search: NO_SEARCH,
      measure: NO_MEASURE,
      basemap: { name: "", key: tiandituKey },
      dialog: null,
      printing: null,
      parcels: {}
    };
  }
  function settleWith(layers) {
    return (before, patch) => {
      var _a;
      const state = { ...before, ...patch };
      if (Object.keys(START).some((name) => name in patch)) {
        state.visits += 1;
        state.search = NO_SEARCH;
        if (!patch.notice && ((_a = before.notice) == null ? void 0 : _a.about) === "address") state.notice = null;
      }
      settleReading(state, patch);
      if (state.view !== "projects") state.chosen = null;
      if (state.view !== before.view) {
        state.shown = shownIn(before.shown, layers[state.view]);
        state.folds = { ...before.folds, "yz-findings": state.view === "findings" };
        state.unfolded = {};
      }
      return state;
    };
  }
  function settleReading(state, patch) {
    if ("rule" in patch) {
      state.finding = patch.finding || null;
      state.clause = patch.clause || null;
    }
    if (state.view !== "findings") state.clause = null;
    if (state.view !== "findings" || state.clause) Object.assign(state, { rule: null, finding: null });
  }
  function shownIn(shown, wanted) {
    const next = { ...shown };
    for (const name of Object.keys(shown)) if (name in wanted) next[name] = wanted[name];
    return next;
  }

  // src/map/geodesic.js
  var A2 = 6378137;
  var F2 = 1 / 298.257222101;
  var B2 = A2 * (1 - F2);
  var E2 = F2 * (2 - F2);
  var E3 = Math.sqrt(E2);
  var RADIANS = Math.PI / 180;
  function distance(one, other) {
    const u1 = Math.atan((1 - F2) * Math.tan(one[0] * RADIANS));
    const u2 = Math.atan((1 - F2) * Math.tan(other[0] * RADIANS));
    const l2 = (other[1] - one[1]) * RADIANS;
    const sinU1 = Math.sin(u1);
    const cosU1 = Math.cos(u1);
    const sinU2 = Math.sin(u2);
    const cosU2 = Math.cos(u2);
    let lambda = l2;
    let before;
    let sinSigma;
    let cosSigma;
    let sigma;
    let cos2Alpha;
    let cos2M;
    let turn = 0;
    do {
      const sinL = Math.sin(lambda);
      const cosL = Math.cos(lambda);
      const across = cosU1 * sinU2 - sinU1 * cosU2 * cosL;
      sinSigma = Math.sqrt(cosU2 * sinL * cosU2 * sinL + across * across);
      if (!sinSigma) return 0;
      cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosL;
      sigma = Math.atan2(sinSigma, cosSigma);
      const sinAlpha = cosU1 * cosU2 * sinL / sinSigma;
      cos2Alpha = 1 - sinAlpha * sinAlpha;
      cos2M = cos2Alpha ? cosSigma - 2 * sinU1 * sinU2 / cos2Alpha : 0;
      const c2 = F2 / 16 * cos2Alpha * (4 + F2 * (4 - 3 * cos2Alpha));
      before = lambda;
      lambda = l2 + (1 - c2) * F2 * sinAlpha * (sigma + c2 * sinSigma * (cos2M + c2 * cosSigma * (2 * cos2M * cos2M - 1)));
    } while (Math.abs(lambda - before) > 1e-12 && ++turn < 100);
    const u3 = cos2Alpha * (A2 * A2 - B2 * B2) / (B2 * B2);
    const a2 = 1 + u3 / 16384 * (4096 + u3 * (u3 * (320 - 175 * u3) - 768));
    const b = u3 / 1024 * (256 + u3 * (u3 * (74 - 47 * u3) - 128));
    const delta = b * sinSigma * (cos2M + b / 4 * (cosSigma * (2 * cos2M * cos2M - 1) - b / 6 * cos2M * (4 * sinSigma * sinSigma - 3) * (4 * cos2M * cos2M - 3)));
    return B2 * a2 * (sigma - delta);
  }
  function length(points) {
    let sum = 0;
    for (let i2 = 1; i2 < points.length; i2++) sum += distance(points[i2 - 1], points[i2]);
    return sum;
  }
  function authalic(phi) {
    const s2 = Math.sin(phi);
    return (1 - E2) * (s2 / (1 - E2 * s2 * s2) - Math.log((1 - E3 * s2) / (1 + E3 * s2)) / (2 * E3));
  }
  function area(points) {
    if (points.length < 3) return 0;
    const lat0 = mean(points, 0) * RADIANS;
    const lon0 = mean(points, 1) * RADIANS;
    const pole = authalic(Math.PI / 2);
    const radius3 = A2 * Math.sqrt(pole / 2);
    const beta0 = Math.asin(authalic(lat0) / pole);
    const s0 = Math.sin(lat0);
    const stretch = A2 * Math.cos(lat0) / Math.sqrt(1 - E2 * s0 * s0) / (radius3 * Math.cos(beta0));
    const flat = points.map((point) => {
      const beta = Math.asin(authalic(point[0] * RADIANS) / pole);
      const l2 = point[1] * RADIANS - lon0;
      const scale = radius3 * Math.sqrt(2 / (1 + Math.sin(beta0) * Math.sin(beta) + Math.cos(beta0) * Math.cos(beta) * Math.cos(l2)));
      return [
        scale * stretch * Math.cos(beta) * Math.sin(l2),
        scale / stretch * (Math.cos(beta0) * Math.sin(beta) - Math.sin(beta0) * Math.cos(beta) * Math.cos(l2))
      ];
    });
    let twice = 0;
    flat.forEach((point, index) => {
      const next = flat[(index + 1) % flat.length];
      twice += point[0] * next[1] - next[0] * point[1];
    });
    return Math.abs(twice) / 2;
  }
  function mean(points, part) {
    return points.reduce((sum, point) => sum + point[part], 0) / points.length;
  }

  // src/map/measure.js
  var LEAST_POINTS = { length: 2, area: 3 };
  function makeMeasure(page) {
    const map = page.leaflet;
    const container = map.getContainer();
    const drawing = L.layerGroup().addTo(map);
    function change(patch) {
      page.store.change({ measure: { ...page.state.measure, ...patch } });
    }
    function isEnough() {
      const { mode, points } = page.state.measure;
      return mode !== null && points.length >= LEAST_POINTS[mode];
    }
    function put(point) {
      const { mode, isDone, points } = page.state.measure;
      if (!mode) return;
      const before = isDone ? [] : points;
      const last = before[before.length - 1];
      change({ isDone: false, points: (last == null ? void 0 : last.equals(point)) ? before : [...before, point] });
    }
    function finish() {
      if (isEnough()) change({ isDone: true });
    }
    function stop() {
      if (byId("yz-measure").contains(document.activeElement)) container.focus();
      page.store.change({ measure: NO_MEASURE });
    }
    function draw() {
      const { mode, isDone, points } = page.state.measure;
      const style = { className: "measure", weight: 2, interactive: false };
      drawing.clearLayers();
      container.classList.toggle("measuring", mode !== null && !isDone);
      if (!mode || !points.length) return;
      drawing.addLayer(mode === "area" && points.length > 2 ? L.polygon(points, style) : L.polyline(points, style));
      for (const point of points) {
        drawing.addLayer(L.circleMarker(point, { className: "measure", radius: 3, interactive: false }));
      }
    }
    map.on("click", (event) => put(event.latlng));
    map.on("dblclick", finish);
    container.addEventListener("keydown", (event) => {
      if (!page.state.measure.mode) return;
      if (event.key === " ") {
        put(map.getCenter());
        event.preventDefault();
      }
      if (event.key === "Enter") finish();
      if (event.key === "Escape") {
        stop();
        event.stopPropagation();
      }
    });
    return {
      stop,
      /** Whether a click on the map sets a point. */
      isActive: () => page.state.measure.mode !== null && !page.state.measure.isDone,
      /** Begins to measure, or stops if it was measured so already. @param {"length" | "area"} mode */
      toggle(mode) {
        if (page.state.measure.mode === mode) {
          stop();
          return;
        }
        page.store.change({ measure: { ...NO_MEASURE, mode } });
        container.focus();
      },
      /** The measured length or area in words; "" with too few points. */
      result() {
        if (!isEnough()) return "";
        const { mode, points } = page.state.measure;
        const { numbers } = page;
        const pairs = points.map((point) => [point.lat, point.lng]);
        if (mode === "length") return page.say("measured_length") + numbers.metres(length(pairs));
        const m2 = area(pairs);
        const km2 = numbers.grouped(m2 / 1e6, 4) + page.say("measured_km2");
        const round = page.say("measured_round") + numbers.metres(length([...pairs, pairs[0]]));
        return page.say("measured_area") + km2 + numbers.mu(m2 / page.data.units.m2_per_mu) + round;
      },
      /** @param {State} state @param {State} before */
      follow(state, before) {
        if (state.measure === before.measure) return;
        const isOn = state.measure.mode !== null;
        if (isOn !== (before.measure.mode !== null)) {
          if (page.parcels) page.parcels.listen(!isOn);
          if (isOn) map.doubleClickZoom.disable();
          else map.doubleClickZoom.enable();
        }
        draw();
      }
    };
  }

  // src/map/ornaments.js
  function corner(map, classes2, content2) {
    const control = new L.Control({ position: "bottomright" });
    const box2 = L.DomUtil.create("div", classes2);
    L.DomEvent.disableClickPropagation(box2);
    control.onAdd = () => box2;
    control.addTo(map);
    Q(content2, box2);
    return box2;
  }
  function asHtml(words2) {
    const holder = document.createElement("span");
    holder.textContent = words2;
    return holder.innerHTML;
  }
  function makeOrnaments(page) {
    const map = page.leaflet;
    const container = map.getContainer();
    const Scale = (
      /** @type {new (options: L.Control.ScaleOptions) => Inner} */
      /** @type {unknown} */
      L.Control.Scale.extend({
        /** @this {Inner} @param {number} most */
        _updateMetric(most) {
          const metres = this._getRoundNum(most);
          this._updateScale(this._mScale, page.numbers.metres(metres), metres / most);
        }
      })
    );
    const scale = new Scale({ imperial: false });
    scale.addTo(map);
    const north2 = corner(map, "north", null);
    map.attributionControl.setPrefix(false);
    let attributed = [];
    function attribute() {
      for (const words2 of attributed) map.attributionControl.removeAttribution(words2);
      attributed = page.data.sources.attributions.map((words2) => asHtml(page.text(words2)));
      for (const words2 of attributed) map.attributionControl.addAttribution(words2);
    }
    function draw() {
      Q(
        html`<svg width="16" height="22" viewBox="0 0 16 22" aria-hidden="true">
          <path d="M8 0 14 21 8 16 2 21Z" fill="currentColor" />
        </svg>
        <span>${page.say("north")}</span>`,
        north2
      );
      scale._update();
      attribute();
      container.setAttribute("role", "region");
      container.setAttribute("aria-label", page.say("map"));
    }
    return {
      draw,
      /** @param {State} state @param {State} before */
      follow(state, before) {
        if (state.lang !== before.lang) draw();
      }
    };
  }

  // src/words/reading_texts.js
  var READING_TEXTS = {
    review: { zh: "审读", en: "Review" },
    whole_text: { zh: "全文", en: "Whole text" },
    whole_text_note: { zh: "规划全文，页边数字为检查发现", en: "The whole plan; the numbers beside it are findings" },
    contents: { zh: "目录", en: "Contents" },
    all_severities: { zh: "全部", en: "All" },
    by_severity: { zh: "按轻重", en: "By severity" },
    on_map: { zh: "在图上看", en: "See on map" },
    see_subject: { zh: "查看对象", en: "See subject" },
    quote: { zh: "引用", en: "Quote" },
    quoted: { zh: "已复制", en: "Copied" },
    quote_by_hand: { zh: "浏览器不许复制，请按 Ctrl+C：", en: "The browser refuses to copy: press Ctrl+C." },
    finding_before: { zh: "上一条", en: "Previous finding" },
    finding_after: { zh: "下一条", en: "Next finding" },
    in_the_text: { zh: "在原文中看", en: "See it in the text" },
    text_page: { zh: "正文", en: "Text" },
    side_by_side: { zh: "两处对照", en: "Side by side" },
    passages: { zh: "规划原文", en: "The plan's words" },
    as_printed: { zh: "原文如此", en: "sic" },
    key_marked: { zh: "本条所指之词", en: "words of this finding" },
    key_yellow: { zh: "黄底", en: "Yellow" },
    key_dotted: { zh: "虚线", en: "Dotted" },
    key_others: { zh: "别条发现所指", en: "words of other findings" },
    key_this: { zh: "本条", en: "this finding" },
    key_numbers: { zh: "其他发现，点选可看", en: "other findings: choose to read" },
    unchanged: { zh: "原文一字未改", en: "The plan's words are unchanged" },
    no_passage: {
      zh: "本条所据不在规划原文中。",
      en: "What this finding rests on does not stand in the plan's words."
    },
    no_text: { zh: "此规划没有收录原文。", en: "The words of this plan are not on file." },
    no_such: { zh: "此类无发现。", en: "No findings of this kind." },
    clause: { zh: "条文", en: "clause" },
    finding: { zh: "发现", en: "finding" }
  };

  // src/words/tool_texts.js
  var TOOL_TEXTS = {
    layers: { zh: "图层", en: "Layers" },
    layers_plan: { zh: "规划内容", en: "The plan" },
    layers_ground: { zh: "背景", en: "Ground" },
    legend: { zh: "图例", en: "Legend" },
    basemap: { zh: "在线底图", en: "Online basemap" },
    basemap_none: { zh: "无（不联网）", en: "none (offline)" },
    basemap_tianditu: { zh: "天地图", en: "Tianditu" },
    basemap_gaode: { zh: "高德地图", en: "Amap (Gaode)" },
    basemap_note: {
      zh: "选定后才联网。高德底图的坐标偏移已在底图一侧纠正，数据坐标不变。",
      en: "Online only once chosen. The offset of Amap is corrected on its tiles; data does not move."
    },
    basemap_failed: {
      zh: "底图没有载入：没有网络，或被阻挡。地图其余部分照常可用。",
      en: "The basemap did not load: no network, or blocked. Everything else works."
    },
    tianditu_key: { zh: "天地图密钥", en: "Tianditu key" },
    tianditu_note: { zh: "密钥只存在本浏览器。", en: "The key stays in this browser." },
    use_key: { zh: "使用", en: "Use" },
    uncertainty: { zh: "位置不确定范围", en: "Uncertainty of places" },
    places: { zh: "镇、街道名", en: "Town names" },
    legend_schematic: {
      zh: "示意范围（虚线），非测绘界线：",
      en: "Dashed outline: schematic, not surveyed: "
    },
    legend_official: { zh: "法定范围（实线）", en: "Official outline (solid)" },
    legend_project: { zh: "项目：圆越大投资越多", en: "Project: the larger, the more investment" },
    legend_owner: { zh: "虚线、较淡：仅凭业主地址或同类厂房", en: "Dashed: by the owner's address or works only" },
    legend_park: { zh: "重点园区", en: "Park" },
    legend_chosen: { zh: "外圈：所选", en: "Outer ring: what is chosen" },
    legend_uncertainty: { zh: "虚线圈：位置不确定范围", en: "Dashed circle: how uncertain the place is" },
    legend_flag: { zh: "不符合规则，或前后矛盾", en: "A rule is not kept, or the plan contradicts itself" },
    legend_flagged: { zh: "有此类问题的片区或项目", en: "Zone or project with such findings" },
    legend_spread: { zh: "同一地点的符号散开排列", en: "Symbols at one place are spread" },
    legend_cluster: { zh: "圆内数字：聚在一处的项目数，点开可看", en: "Number: projects close together; click it" },
    legend_hatched: { zh: "斜线：与其他片区同为主导", en: "Hatched: other zones lead in it too" },
    legend_half: { zh: "半格：只有正文或只有表列出", en: "Half a cell: listed in text or table only" },
    legend_sizes: { zh: "投资 1、5、20 亿元", en: "100, 500, 2,000 m yuan" },
    legend_rest: { zh: "其余类别", en: "Other classes" },
    legend_unflagged: { zh: "无此类问题的项目", en: "Project without such findings" },
    narrowed: { zh: "：", en: ": " },
    narrowed_to: { zh: "只看：", en: "Shown alone: " },
    class_named: { zh: "产业分类", en: "class" },
    legend_new_land: { zh: "项目：圆越大新增用地越多", en: "Project: the larger, the more new land" },
    legend_reuse: { zh: "空心圆：利用存量用地的项目", en: "Ring: project on existing land" },
    close: { zh: "关闭", en: "Close" },
    cancel: { zh: "取消", en: "Cancel" },
    show_clause: { zh: "查看原文", en: "The plan's words" },
    outside_source: { zh: "规划之外的资料或数据文件", en: "A source outside the plan, or a data file" },
    data_file: { zh: "数据文件 ", en: "data file " },
    details: { zh: "查看详情", en: "Details" },
    tools: { zh: "工具", en: "Tools" },
    map_tools: { zh: "地图工具", en: "Map tools" },
    measure_length: { zh: "测距", en: "Length" },
    measure_area: { zh: "测面", en: "Area" },
    measure_length_how: {
      zh: "在图上逐点单击，双击结束。键盘：方向键移图，空格取图心，回车结束。",
      en: "Click from point to point, double-click to finish. Keys: arrows move, space sets the middle, Enter finishes."
    },
    measure_area_how: {
      zh: "沿边界逐点单击，双击结束。键盘：方向键移图，空格取图心，回车结束。",
      en: "Click around the area, double-click to finish. Keys: arrows move, space sets the middle, Enter finishes."
    },
    measured_length: { zh: "长度（椭球）", en: "Length (ellipsoid) " },
    measured_area: { zh: "面积（椭球）", en: "Area (ellipsoid) " },
    measured_km2: { zh: " 平方公里，", en: " km², " },
    measured_round: { zh: "，周长 ", en: ", round " },
    full_screen: { zh: "全屏", en: "Full" },
    print: { zh: "打印", en: "Print" },
    paper: { zh: "纸张", en: "Paper" },
    landscape: { zh: "横向", en: "landscape" },
    print_note: {
      zh: "首页为地图与图例，其后为本视图的列表和已打开的内容。",
      en: "First the map with its legend, then this view's list and what is open."
    },
    printed_from: { zh: "资料来源：", en: "Source: " },
    printed_on: { zh: "打印日期 ", en: "printed " },
    untold: { zh: "其余发现见 data/findings.json：", en: "More findings, in data/findings.json: " },
    attributed: { zh: "数据：", en: "Data: " },
    places_schematic: { zh: "虚线范围为示意，不作审批依据", en: "dashed outlines are schematic, not for permits" },
    picture: { zh: "存图", en: "PNG" },
    no_tiles_in_picture: { zh: "图中不含在线底图", en: "without the online basemap" },
    download: { zh: "下载", en: "Download" },
    download_geojson: { zh: "地图数据（.geojson）", en: "GeoJSON" },
    download_csv: { zh: "表格（.csv）", en: "CSV" },
    download_note: {
      zh: "坐标为经纬度，表格中片区、地块取其内一点；没有位置的也在内。",
      en: "Longitude and latitude, in CSV a point inside each outline; things without a place are included."
    },
    download_no_parcels: {
      zh: "地块不在其中：先点一个地块，可单独下载它；全部地块见 data/parcels.geojson。",
      en: "Parcels are not among it: click a parcel first to take it along; all are in data/parcels.geojson."
    },
    longitude: { zh: "经度", en: "longitude" },
    latitude: { zh: "纬度", en: "latitude" },
    selection: { zh: "所选：", en: "Selection: " },
    selection_all: { zh: "本视图全部", en: "all of this view" },
    theme_auto: { zh: "主题：自动", en: "Theme: auto" },
    theme_light: { zh: "主题：浅色", en: "Theme: light" },
    theme_dark: { zh: "主题：深色", en: "Theme: dark" },
    method: { zh: "来源与方法", en: "Sources and method" },
    method_text: {
      zh: "数字全部取自规划原文，点选条文编号可查看原文。面积按 CGCS2000 椭球计算。坐标为 CGCS2000（EPSG:4490）。",
      en: "All figures are the plan's own; click a clause to read its words. Areas are ellipsoidal (CGCS2000, EPSG:4490)."
    },
    method_schematic: {
      zh: "虚线范围是示意，不得用于量算或审批：",
      en: " Dashed outlines are schematic, not for measuring or permits: "
    },
    sources: { zh: "资料", en: "Sources" },
    boundary: { zh: "区界：", en: "District outline: " },
    no_sources: { zh: "规划文件夹没有注明来源", en: "the plan folder names no sources" },
    no_licences: { zh: "规划文件夹没有注明许可。", en: "The plan folder names no licences." },
    licences: { zh: "许可", en: "Licences" },
    plan_version: { zh: "规划版本 ", en: "Plan of " },
    north: { zh: "北", en: "N" }
  };

  // src/words/view_texts.js
  var VIEW_TEXTS = {
    views: { zh: "视图", en: "Views" },
    parcels: { zh: "地块", en: "Parcels" },
    skip: { zh: "跳到列表", en: "Skip to the list" },
    map: { zh: "地图", en: "Map" },
    whole: { zh: "全区", en: "Whole district" },
    whole_short: { zh: "全区", en: "Whole" },
    zoom_in: { zh: "放大", en: "Zoom in" },
    zoom_out: { zh: "缩小", en: "Zoom out" },
    search: { zh: "名称、拼音首字母、条款", en: "Search by name or pinyin" },
    search_parcels: { zh: "搜索：名称、拼音首字母、地块编号", en: "Search name, pinyin, parcel number" },
    search_results: { zh: "搜索结果", en: "Search results" },
    nothing_found: { zh: "没有找到", en: "nothing found" },
    more_hits: { zh: "只列前 30 个，共", en: "the first 30 of" },
    rule: { zh: "规则", en: "rule" },
    unknown_address: { zh: "网址所指的内容不在此页：", en: "The address names what this page has not: " },
    language: { zh: "EN", en: "中文" },
    layer: { zh: "图层", en: "layer" },
    missing: { zh: "规划文件夹还缺", en: "The plan folder still lacks" },
    zones: { zh: "产业片区", en: "Zones" },
    parks: { zh: "重点园区", en: "Parks" },
    listed_table: { zh: "仅表中列出", en: "In the table only" },
    listed_text: { zh: "仅正文列出", en: "In the text only" },
    listed_both: { zh: "正文与表都列出", en: "In text and table" },
    owners: { zh: "项目单位", en: "Owners" },
    targets: { zh: "目标指标", en: "Targets" },
    clusters: { zh: "产业集群", en: "Industry clusters" },
    findings: { zh: "检查发现", en: "Findings" },
    findings_none: { zh: "没有发现。", en: "Nothing was found." },
    rules_other: { zh: "通过或未检查的规则", en: "Rules passed or not checked" },
    why_flagged: { zh: "检查发现", en: "Findings" },
    reading: { zh: "读法：", en: "Reading: " },
    remedy: { zh: "建议：", en: "Remedy: " },
    see_rule: { zh: "查看该规则", en: "See this rule" },
    also_said: { zh: "规划另述", en: "Also said" },
    gaps: { zh: "数据缺口", en: "Gaps in the data" },
    gaps_note: {
      zh: "手头数据所缺，不是规划的问题，不计入发现。",
      en: "What the data at hand lack: no fault of the plan, not counted among the findings."
    },
    proofreading: { zh: "校对", en: "Proof-reading" },
    proofreading_note: {
      zh: "疑似错漏字，附依据，供校对参考，不计入发现。",
      en: "Suspected misprints with what speaks for them: not counted among the findings."
    },
    perhaps: { zh: "或为", en: "perhaps" },
    unlocated: { zh: "未定位项目", en: "Projects without a known place" },
    unlocated_note: {
      zh: "规划和公开资料未说明这些项目在哪里，未画在图上。",
      en: "Neither the plan nor public notices say where these are; they are not drawn."
    },
    unlocated_parks: { zh: "未定位园区", en: "Parks without a known place" },
    not_drawn: { zh: "位置未知，未画在图上。", en: "Its place is not known; it is not drawn." },
    across_zones: { zh: "跨片区", en: "Across zones" },
    outside_zones: { zh: "片区之外", en: "Outside all zones" },
    industries_shared: { zh: "多个片区同为主导", en: "Leading in several zones" },
    industries_single: { zh: "只在一个片区主导", en: "Leading in one zone" },
    industries_prose: { zh: "只在段落中提到的产业", en: "Named in prose only" },
    and_so_on: { zh: "等 %d 个", en: "… %d in all" },
    zones_lead: { zh: "个片区", en: "zones" },
    matrix: { zh: "片区与主导产业", en: "Zones and leading industries" },
    matrix_note: {
      zh: "左上半：正文所列；右下半：表所列。",
      en: "Upper left half: listed in the text; lower right half: in the table."
    },
    classes: { zh: "按产业分类", en: "By class" },
    classes_note: {
      zh: "点选一类只看该类，再点一次看全部。",
      en: "Choose a class to see it alone, once more to see all."
    },
    located: { zh: "已定位项目", en: "Projects with a place" },
    by_owner: { zh: "其中仅凭业主（地址或同类厂房）：", en: "Of which by the owner alone (address or works): " },
    recovery: { zh: "低效用地盘活", en: "Low-efficiency land recovered" },
    target: { zh: "目标", en: "Target" },
    parcels_how: { zh: "点选图上的地块，查看台账。", en: "Click a parcel on the map to see what the ledger says of it." },
    invented: {
      zh: "虚构示例：地块台账为虚构，数字不得引用",
      en: "Invented example: the parcel ledger is made up, its figures must not be quoted"
    },
    recovered: { zh: "已盘活", en: "Recovered" },
    under_way: { zh: "进行中", en: "Under way" },
    identified: { zh: "已认定", en: "Identified" },
    bars: { zh: "条形：实色为已盘活，淡色为进行中。", en: "Bars: full colour is recovered, pale is under way." },
    bars_target: {
      zh: "条形：实色为已盘活，淡色为进行中，竖线为目标。",
      en: "Bars: full colour is recovered, pale is under way, the upright line is the target."
    },
    as_of: { zh: "截至", en: "as of" },
    no_ledger: {
      zh: "未提供地块台账，盘活进度未知：请给出台账文件，或先把它导入规划文件夹。",
      en: "No parcel ledger was given, so progress is unknown: give the file of one, or import one into the plan folder."
    },
    identified_in_plan: { zh: "规划项目中已明确的存量用地", en: "Existing land that the plan's projects name" },
    identified_silent: { zh: "提及存量用地、未列数字：", en: "Existing land named without a figure:" },
    usable: { zh: "可利用面积", en: "Usable area" },
    new_land: { zh: "新增用地合计", en: "New land wanted, in all" },
    new_land_note: {
      zh: "规划项目所列新增用地，按项目位置归入片区。",
      en: "New land that the plan's projects ask for, by where each project lies."
    },
    new_short: { zh: "新增", en: "new" }
  };

  // src/words/texts.js
  var TEXTS = { ...VIEW_TEXTS, ...TOOL_TEXTS, ...READING_TEXTS };

  // src/map/parcel_layer.js
  function subjectOf(subject, page) {
    const tables = subject.links.map(({ title, items }) => ({
      title,
      columns: [],
      topic: "zone",
      rows: items.map(({ key }) => ({ cells: [{ key, text: page.data.subjects[key].name }], sources: [] }))
    }));
    return { ...subject, tables, terms: [], syllables: [] };
  }
  function makeParcelLayer(page) {
    if (!document.getElementById("yz-parcels") || !window.yzParcels) return null;
    const parcels2 = window.yzParcels(page.leaflet, page.data, page.text, (key, subject) => {
      keep(key, subject, false);
      page.open(key);
    });
    const { downloads } = page.data;
    parcels2.beneath(page.layers.district);
    page.layers.parcels = /** @type {L.GeoJSON} */
    /** @type {unknown} */
    parcels2.layer;
    page.data.layers.parcels = TEXTS.parcels;
    for (const { name, label } of parcels2.columns) {
      if (downloads.columns[name]) continue;
      downloads.columns[name] = label;
      downloads.order.push(name);
    }
    function keep(key, subject, zoomed) {
      page.map.stay(zoomed);
      page.store.change({ parcels: { ...page.state.parcels, [key]: subjectOf(subject, page) } });
    }
    const isOn = () => page.leaflet.hasLayer(parcels2.layer);
    return {
      /** Finds a parcel by its number; says whether there is one. @param {string} id */
      async find(id) {
        const subject = await parcels2.select(id);
        if (subject) keep(`parcel:${id}`, subject, true);
        return subject !== null;
      },
      search: parcels2.search,
      /** In the colours of the theme, or of paper. */
      recolour: () => parcels2.recolour(page.theme.tint),
      /** Puts the legend into a row of the page's. @param {HTMLElement | null} row */
      putLegend(row) {
        if (!row) return;
        row.textContent = "";
        row.appendChild(parcels2.legend());
      },
      /** Draws at once what can be drawn, for paper. */
      finish() {
        if (isOn()) parcels2.finish();
      },
      /** A promise that all is parcels. */
      settled: async () => isOn() ? parcels2.settled() : null,
      listen: parcels2.listen
    };
  }

  // src/own.js
  function hasOwn(object, name) {
    return Object.prototype.hasOwnProperty.call(object, name);
  }

  // src/outputs/csv.js
  var QUOTED = /[",\r\n]/;
  function cell(value, formula) {
    const plain = value === null || value === void 0 ? "" : Array.isArray(value) ? value.join("、") : String(value);
    const text = typeof value !== "number" && formula.test(plain) ? `'${plain}` : plain;
    return QUOTED.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  }
  function csv(rows, formula) {
    const lines = rows.map((row) => row.map((value) => cell(value, formula)).join(","));
    return `\uFEFF${lines.join("\r\n")}\r
`;
  }

  // src/outputs/save.js
  var KEEP_MS = 1e4;
  function save(blob, name) {
    const anchor = document.createElement("a");
    const address = URL.createObjectURL(blob);
    anchor.href = address;
    anchor.download = name;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
  }

  // src/outputs/download.js
  var LAYERS2 = {
    zone: "zones",
    park: "parks",
    project: "projects",
    target: "targets",
    cluster: "clusters",
    industry: "industries",
    plan: "plans",
    parcel: "parcels"
  };
  var DRAWN = ["zone", "park", "project"];
  var KINDS_OF_VIEW = { industries: ["zone"], parcels: ["zone"] };
  var UNSAFE = /[^A-Za-z0-9\u4e00-\u9fff]+/g;
  var LONGEST_NAME = 60;
  function makeDownload(page) {
    const { data } = page;
    const formula = new RegExp(data.downloads.formula);
    const keysOf2 = (kinds2) => kinds2.flatMap((kind) => data.order[kind] || []);
    const subjectOf2 = (key) => (
      /** @type {Subject} */
      page.subject(key)
    );
    function selection() {
      const { opened, view } = page.state;
      const subject = page.subject(opened);
      if (!opened || !subject) return page.view.keys ? page.view.keys() : keysOf2(KINDS_OF_VIEW[view] || DRAWN);
      const { kind, projects: projects3 = [], zones = [] } = subject;
      if (kind === "zone") {
        return [opened, ...keysOf2(["park", "project"]).filter((key) => `zone:${data.subjects[key].zone_id}` === opened)];
      }
      if (kind === "owner") return projects3;
      if (kind === "industry") return [opened, ...zones.map((zoneId) => `zone:${zoneId}`)];
      return [opened];
    }
    function properties(key) {
      return subjectOf2(key).attributes || data.downloads.rows[key] || {};
    }
    function geometry(key) {
      const shapes = (page.map.allByKey[key] || []).map(({ feature }) => feature.geometry);
      if (shapes.length < 2) return shapes[0] || subjectOf2(key).geometry || null;
      return { type: "MultiPoint", coordinates: shapes.map(({ coordinates }) => coordinates) };
    }
    function place2(key) {
      var _a;
      const shape = ((_a = page.map.byKey[key]) == null ? void 0 : _a.feature.geometry) || subjectOf2(key).geometry;
      return shape ? placeInside(shape).map((value) => Math.round(value * 1e6) / 1e6) : ["", ""];
    }
    function geojson() {
      const features = selection().map(
        (key) => JSON.stringify({
          type: "Feature",
          properties: { layer: LAYERS2[subjectOf2(key).kind], ...properties(key) },
          geometry: geometry(key)
        })
      );
      return `{"type": "FeatureCollection", "features": [
${features.join(",\n")}
]}
`;
    }
    function worded(value) {
      const { words: words2 } = data.downloads;
      if (value && typeof value === "object" && !Array.isArray(value)) {
        return Object.entries(value).map(([name2, one]) => `${worded(name2)} ${one}`).join(page.semicolon());
      }
      const code = typeof value === "boolean" ? String(value) : value;
      return typeof code === "string" && hasOwn(words2, code) ? page.text(words2[code]) : code;
    }
    function table2() {
      const keys = selection();
      const { order, columns: columns2 } = data.downloads;
      const names = order.filter((name2) => keys.some((key) => hasOwn(properties(key), name2)));
      const heads = names.map((name2) => columns2[name2] ? page.text(columns2[name2]) : name2);
      const rows = keys.map((key) => {
        const row = properties(key);
        const kind = page.text(data.kinds[subjectOf2(key).kind]);
        return [kind, ...names.map((name2) => worded(row[name2])), ...place2(key)];
      });
      return csv([[page.say("layer"), ...heads, page.say("longitude"), page.say("latitude")], ...rows], formula);
    }
    function name() {
      const { opened, view } = page.state;
      return `yzgeo-${(opened || view).replace(UNSAFE, "-").slice(0, LONGEST_NAME)}`;
    }
    return {
      geojson,
      csv: table2,
      name,
      /** The name of the selection. */
      selectionName() {
        const subject = page.subject(page.state.opened);
        if (subject) return page.text(subject.name);
        const chosen = page.view.keys && page.view.narrowed ? page.view.narrowed() : "";
        return chosen || page.say("selection_all");
      },
      /** The part of the selection that the file lacks; "" for nothing. */
      lacking() {
        const { view, opened } = page.state;
        return view === "parcels" && !page.subject(opened) ? page.say("download_no_parcels") : "";
      },
      saveGeojson: () => save(new Blob([geojson()], { type: "application/geo+json" }), `${name()}.geojson`),
      saveCsv: () => save(new Blob([table2()], { type: "text/csv;charset=utf-8" }), `${name()}.csv`)
    };
  }

  // src/elements/signs.js
  var ROW_PX = 16;
  var SIZED = [1, 5, 20];
  function entry(drawing, words2, { height = ROW_PX, isHalf = false } = {}) {
    return html`<li class=${isHalf ? "half" : void 0}>
    <svg width="30" height=${height} viewBox=${`0 0 30 ${height}`} aria-hidden="true">${drawing}</svg><span>${words2}</span>
  </li>`;
  }
  function box(more2, words2) {
    const attributes = { x: 3, y: 2, width: 24, height: 12, class: "sign", ...more2 };
    return entry(html`<rect ...${attributes} />`, words2);
  }
  function disc(more2, words2) {
    const attributes = { cx: 15, cy: 8, r: 6, class: "sign", ...more2 };
    return entry(html`<circle ...${attributes} />`, words2);
  }
  function radius(investment) {
    return 4 + 2.2 * Math.sqrt(investment);
  }
  function outlines(page) {
    const { bases } = page.data;
    return [
      bases.includes("schematic") && box({ "stroke-dasharray": "4 3" }, page.ifSchematic("legend_schematic")),
      bases.includes("official") && box({}, page.say("legend_official"))
    ].filter(Boolean);
  }
  var project = (page) => disc({ "fill-opacity": 0.6 }, page.say("legend_project"));
  var owner = (page) => disc({ "fill-opacity": 0.2, "stroke-dasharray": "3 2" }, page.say("legend_owner"));
  var park = (page) => disc({ r: 4, class: "sign open" }, page.say("legend_park"));
  var newLand = (page) => disc({ "fill-opacity": 0.6 }, page.say("legend_new_land"));
  var reuse = (page) => disc({ class: "sign open", "stroke-width": 3 }, page.say("legend_reuse"));
  function hatched(page) {
    const [{ zone_id, colour }] = page.data.zones;
    const fill = `url(#yz-hatch-${zone_id})`;
    const drawing = html`<rect x="3" y="2" width="24" height="12" fill=${fill} stroke=${colour} />`;
    return entry(drawing, page.say("legend_hatched"));
  }
  function half(page) {
    const drawing = html`<path d="M3 2h11L3 13Z" fill="var(--ink3)" />
    <rect x="3" y="2" width="11" height="11" class="sign none" />`;
    return entry(drawing, page.say("legend_half"));
  }
  function sizes(page) {
    const drawing = SIZED.map((investment) => {
      const r2 = radius(investment);
      return html`<circle cx="15" cy=${28 - r2} r=${r2} class="sign none" />`;
    });
    return entry(drawing, page.say("legend_sizes"), { height: 30 });
  }
  var flag = (page) => html`<li><span class="flag sample">⚑</span><span>${page.say("legend_flag")}</span></li>`;
  function projects(page, ...first) {
    const drawn = page.data.projects.filter((one) => one.located);
    if (!drawn.length) return [];
    return [
      ...first.map((sign) => sign(page)),
      drawn.some((one) => one.weak) && owner(page),
      isCrowded(drawn.length) ? cluster(page) : spread2(page)
    ];
  }
  function cluster(page) {
    const drawing = html`<circle cx="15" cy="8" r="7.5" class="sign" /><text x="15" y="12" class="count">9</text>`;
    return entry(drawing, page.say("legend_cluster"));
  }
  function kinds(page) {
    return page.data.zone_kinds.map(({ name, colour }) => {
      const style = { fill: colour, stroke: colour, "fill-opacity": 0.35 };
      return entry(html`<rect x="3" y="2" width="24" height="12" style=${style} />`, page.text(name));
    });
  }
  function shared(page) {
    return page.data.zones.length ? [hatched(page), half(page)] : [];
  }
  var spread2 = (page) => html`<li class="note"><span>${page.say("legend_spread")}</span></li>`;
  function narrowed(page) {
    const words2 = narrowedTo(page);
    return words2 ? html`<li class="narrowed"><span>${page.say("narrowed_to") + words2}</span></li>` : null;
  }
  function narrowedTo(page) {
    return page.view.narrowed ? page.view.narrowed() : "";
  }
  function viewName(page) {
    const words2 = narrowedTo(page);
    return page.text(page.view.title) + (words2 ? page.say("narrowed") + words2 : "");
  }
  function ofState(page) {
    const { opened, shown } = page.state;
    const subject = page.subject(opened);
    const shape = opened ? page.map.byKey[opened] : void 0;
    const isRinged = (shape == null ? void 0 : shape.home) || ((subject == null ? void 0 : subject.projects) || []).some((key) => page.map.byKey[key]);
    const isUncertain = (shape == null ? void 0 : shape.home) && (subject == null ? void 0 : subject.uncertainty_m);
    const rings = html`<circle cx="15" cy="8" r="4" class="sign" /><circle cx="15" cy="8" r="7" class="sign none chosen" />`;
    const circle = { r: 7, class: "sign none", "stroke-dasharray": "2 4" };
    return [
      isRinged ? entry(rings, page.say("legend_chosen")) : null,
      shown.uncertainty || isUncertain ? disc(circle, page.say("legend_uncertainty")) : null,
      page.invented() ? html`<li class="caution"><span>${page.invented()}</span></li>` : null
    ];
  }

  // src/outputs/wrap.js
  var WORDS = /[!-~]+\s*|[^!-~]/g;
  function wrapped(text, isTooLong) {
    const lines = [""];
    for (const word of text.match(WORDS) || []) {
      const last = lines[lines.length - 1];
      if (last && isTooLong(last + word.trim())) lines.push("");
      for (const letter of word) {
        if (isTooLong(lines[lines.length - 1] + letter) && letter !== " ") lines.push("");
        lines[lines.length - 1] += letter;
      }
    }
    return lines;
  }

  // src/outputs/pen.js
  var COPIED = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity"];
  var STYLED = "path, rect, circle, line";
  function makePen(canvas, ink) {
    const family = getComputedStyle(document.body).fontFamily;
    function setFont(size, isBold) {
      canvas.font = `${isBold ? "600 " : ""}${size}px ${family}`;
    }
    return {
      canvas,
      ink,
      setFont,
      /**
       * @param {string} words @param {number} x @param {number} y @param {number} size
       * @param {WriteOptions} [more]
       */
      write(words2, x2, y2, size, { isBold = false, colour = ink } = {}) {
        setFont(size, isBold);
        canvas.fillStyle = colour;
        canvas.fillText(words2, x2, y2);
      },
      /** A text in lines of the font that is set. @param {string} text @param {number} width */
      wrap: (text, width) => wrapped(text, (line) => canvas.measureText(line).width > width),
      /** @param {SVGSVGElement} svg @param {number} x @param {number} y @param {number} width @param {number} height */
      async draw(svg, x2, y2, width, height) {
        canvas.drawImage(await imageOf(svg, width, height), x2, y2, width, height);
      },
      /** A line from point to point. @param {[number, number][]} points */
      trace(points) {
        canvas.beginPath();
        for (const [x2, y2] of points) canvas.lineTo(x2, y2);
      }
    };
  }
  function imageOf(svg, width, height) {
    const copy = (
      /** @type {SVGSVGElement} */
      svg.cloneNode(true)
    );
    const to = copy.querySelectorAll(STYLED);
    svg.querySelectorAll(STYLED).forEach((from, i2) => {
      if (from.closest("pattern")) return;
      const style = getComputedStyle(from);
      for (const name of COPIED) to[i2].style.setProperty(name, style.getPropertyValue(name));
    });
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", String(width));
    copy.setAttribute("height", String(height));
    copy.removeAttribute("style");
    const text = new XMLSerializer().serializeToString(copy);
    return new Promise((done, failed) => {
      const image = new Image();
      image.onload = () => done(image);
      image.onerror = failed;
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    });
  }

  // src/outputs/picture_legend.js
  var LEGEND_PX = 230;
  var WORDS_X = 38;
  var LINE_PX = 16;
  var GAP_PX = 6;
  var SIGN = { x: 3, y: 2, width: 24, height: 12 };
  async function drawLegend(page, pen, x2, y2) {
    const entries2 = [...byId("yz-legend").querySelectorAll("li")].filter((entry3) => !entry3.querySelector("li"));
    let at = y2 + 14;
    pen.write(page.say("legend"), x2, y2, 13, { isBold: true });
    for (const entry3 of entries2) at += await drawEntry(page, pen, entry3, x2, at);
  }
  async function drawEntry(page, pen, entry3, x2, y2) {
    var _a;
    const icon2 = entry3.querySelector("svg");
    const sample = entry3.querySelector(".sample");
    const swatch = entry3.querySelector(".swatch");
    const height = icon2 ? Number(icon2.getAttribute("height")) : LINE_PX;
    pen.setFont(12, false);
    const lines = pen.wrap(((_a = entry3.lastChild) == null ? void 0 : _a.textContent) || "", LEGEND_PX - WORDS_X - 2);
    lines.forEach((line, index) => {
      pen.write(line, x2 + WORDS_X, y2 + 13 + LINE_PX * index, 12);
    });
    if (sample) pen.write(sample.textContent || "", x2 + 8, y2 + 13, 13, { colour: page.theme.flag() });
    if (swatch) {
      pen.canvas.fillStyle = swatch.style.background;
      pen.canvas.fillRect(x2 + 9, y2 + 3, 12, 12);
    }
    if (icon2 == null ? void 0 : icon2.querySelector('[fill^="url(#"]')) hatch(pen, page.data.zones[0].colour, x2, y2);
    else if (icon2) await pen.draw(icon2, x2, y2, 30, height);
    return Math.max(LINE_PX * lines.length, height) + GAP_PX;
  }
  function hatch({ canvas, trace }, colour, x2, y2) {
    canvas.save();
    canvas.strokeStyle = colour;
    canvas.strokeRect(x2 + SIGN.x, y2 + SIGN.y, SIGN.width, SIGN.height);
    canvas.beginPath();
    canvas.rect(x2 + SIGN.x, y2 + SIGN.y, SIGN.width, SIGN.height);
    canvas.clip();
    canvas.lineWidth = 2;
    for (let i2 = -12; i2 < 30; i2 += 6) {
      trace([
        [x2 + i2, y2 + 16],
        [x2 + i2 + 16, y2]
      ]);
      canvas.stroke();
    }
    canvas.restore();
  }

  // src/outputs/picture.js
  var SCALE = 2;
  var MARGIN = 24;
  var HEAD_PX = 64;
  var FOOT_PX = 40;
  var LEAST_MAP_PX = 420;
  var NAME_PX = 114;
  var LINE_PX2 = 192;
  function makePicture(page) {
    const map = page.leaflet;
    const container = map.getContainer();
    function drawings() {
      const panes = [...container.querySelectorAll(".leaflet-map-pane > .leaflet-pane")];
      const height = (pane) => Number(getComputedStyle(pane).zIndex) || 0;
      panes.sort((a2, b) => height(a2) - height(b));
      return panes.flatMap((pane) => [...pane.querySelectorAll("canvas, :scope > svg")]);
    }
    function shortened(pen, words2, width) {
      const lines = pen.wrap(words2, width);
      return lines.length > 2 ? [lines[0], `${lines[1]}…`] : lines;
    }
    function drawLabel(pen, node) {
      if (node.style.visibility === "hidden" || getComputedStyle(node).display === "none") return;
      const { canvas } = pen;
      const box2 = node.getBoundingClientRect();
      const isZone = !node.classList.contains("place-label");
      const x2 = box2.left + box2.width / 2;
      let y2 = box2.top + 12;
      canvas.textAlign = "center";
      canvas.lineWidth = 3;
      canvas.strokeStyle = page.theme.variable("--panel");
      canvas.fillStyle = isZone ? pen.ink : page.theme.variable("--ink2");
      [...node.querySelectorAll("span")].forEach((span, index) => {
        if (getComputedStyle(span).display === "none") return;
        pen.setFont(isZone ? 12 : 11, isZone && !index);
        for (const line of shortened(pen, span.textContent || "", span.className === "name" ? NAME_PX : LINE_PX2)) {
          canvas.strokeText(line, x2, y2);
          canvas.fillText(line, x2, y2);
          y2 += 15;
        }
      });
      canvas.textAlign = "left";
    }
    function drawScale(pen, x2, y2) {
      const bar3 = container.querySelector(".leaflet-control-scale-line");
      if (!bar3) return;
      const right = x2 + bar3.offsetWidth;
      pen.canvas.strokeStyle = pen.ink;
      pen.canvas.lineWidth = 1.5;
      pen.trace([[x2, y2 - 6], [x2, y2], [right, y2], [right, y2 - 6]]);
      pen.canvas.stroke();
      pen.write(bar3.textContent || "", x2 + 4, y2 - 5, 11);
    }
    function drawNorth(pen, x2, y2, colour) {
      pen.canvas.fillStyle = colour;
      pen.trace([[x2 + 8, y2], [x2 + 14, y2 + 21], [x2 + 8, y2 + 16], [x2 + 2, y2 + 21]]);
      pen.canvas.fill();
      pen.write(page.say("north"), x2 + 2, y2 + 36, 12, { colour });
    }
    async function drawMap(pen, size) {
      const { canvas } = pen;
      const frame = container.getBoundingClientRect();
      canvas.save();
      canvas.beginPath();
      canvas.rect(MARGIN, HEAD_PX, size.x, size.y);
      canvas.clip();
      canvas.translate(MARGIN - frame.left, HEAD_PX - frame.top);
      for (const node of drawings()) {
        const { left, top, width, height } = node.getBoundingClientRect();
        if (node instanceof HTMLCanvasElement) canvas.drawImage(node, left, top, width, height);
        else await pen.draw(
          /** @type {SVGSVGElement} */
          node,
          left,
          top,
          width,
          height
        );
      }
      const labels = container.querySelectorAll(".zone-label, .place-label, .cluster-label");
      for (const label of labels) drawLabel(pen, label);
      canvas.restore();
      canvas.strokeStyle = page.theme.variable("--hair");
      canvas.strokeRect(MARGIN, HEAD_PX, size.x, size.y);
    }
    function sources2() {
      const { plan_version, yzgeo } = page.data.sources;
      const parts = [page.credits(), page.say("plan_version") + plan_version, `yzgeo ${yzgeo}`];
      if (page.state.basemap.name) parts.push(page.say("no_tiles_in_picture"));
      return parts.filter(Boolean).join(" · ");
    }
    async function draw() {
      const size = map.getSize();
      const width = size.x + LEGEND_PX + 3 * MARGIN;
      const height = Math.max(size.y, LEAST_MAP_PX) + HEAD_PX + FOOT_PX;
      const quiet = page.theme.variable("--ink2");
      const canvas = document.createElement("canvas");
      canvas.width = width * SCALE;
      canvas.height = height * SCALE;
      const context = (
        /** @type {CanvasRenderingContext2D} */
        canvas.getContext("2d")
      );
      const pen = makePen(context, page.theme.variable("--ink"));
      context.scale(SCALE, SCALE);
      context.fillStyle = page.theme.variable("--outside");
      context.fillRect(0, 0, width, height);
      pen.write(page.text(page.data.title), MARGIN, 32, 20, { isBold: true });
      const subtitle = `${viewName(page)} · ${page.text(page.data.subtitle)}`;
      pen.write(subtitle, MARGIN, 52, 12, { colour: quiet });
      await drawMap(pen, size);
      drawScale(pen, MARGIN + 12, HEAD_PX + size.y - 14);
      drawNorth(pen, MARGIN + size.x - 26, HEAD_PX + 14, quiet);
      await drawLegend(page, pen, MARGIN * 2 + size.x, HEAD_PX + 12);
      pen.write(sources2(), MARGIN, height - 14, 11, { colour: quiet });
      return canvas;
    }
    return {
      draw,
      async save() {
        const canvas = await draw();
        const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
        if (blob) save(blob, `${page.download.name()}.png`);
      }
    };
  }

  // src/outputs/print.js
  function makePrint(page) {
    const map = page.leaflet;
    let before = null;
    function fit2(bounds, isWhole) {
      map.invalidateSize({ pan: false, animate: false });
      if (isWhole) page.map.home();
      else map.fitBounds(bounds, { animate: false });
      page.map.refresh();
    }
    function prepare(paper) {
      if (before) return;
      const rule = document.createElement("style");
      rule.textContent = `@page { size: ${paper} landscape; margin: 10mm; }`;
      document.head.appendChild(rule);
      before = { bounds: map.getBounds(), isWhole: page.map.isWhole(), rule };
      page.store.change({ printing: paper });
      fit2(before.bounds, before.isWhole);
      if (page.parcels) page.parcels.finish();
    }
    function restore() {
      if (!before) return;
      const { bounds, isWhole, rule } = before;
      before = null;
      document.head.removeChild(rule);
      page.store.change({ printing: null });
      fit2(bounds, isWhole);
    }
    async function print(paper) {
      prepare(paper);
      if (page.parcels) await page.parcels.settled();
      window.print();
    }
    window.addEventListener("beforeprint", () => prepare("A4"));
    window.addEventListener("afterprint", restore);
    return { prepare, restore, print };
  }

  // src/parts/dialog.js
  var PAPERS = ["A4", "A3"];
  var dialog = {
    id: "yz-dialog",
    attributes: (page) => ({ "aria-label": page.state.dialog ? page.say(page.state.dialog) : null }),
    content(page) {
      if (page.state.dialog === "print") return printing(page);
      return page.state.dialog === "download" ? taking(page) : null;
    }
  };
  function printing(page) {
    function submit(event) {
      event.preventDefault();
      const form = (
        /** @type {HTMLFormElement} */
        event.currentTarget
      );
      const paper = (
        /** @type {HTMLSelectElement} */
        form.querySelector("select").value
      );
      close(page);
      page.print.print(paper);
    }
    const papers = PAPERS.map((paper) => html`<option value=${paper}>${`${paper} ${page.say("landscape")}`}</option>`);
    return html`<form key="print" onSubmit=${submit}>
    <h2>${page.say("print")}</h2>
    <label>${`${page.say("paper")} `}<select>${papers}</select></label>
    <p class="meta">${page.say("print_note")}</p>
    <div class="buttons"><button type="submit" class="primary">${page.say("print")}</button>${cancel(page)}</div>
  </form>`;
  }
  function taking(page) {
    const lacking = page.download.lacking();
    function choice(name, save2) {
      const act = () => {
        close(page);
        save2();
      };
      return html`<button type="button" class="primary" onClick=${act}>${page.say(name)}</button>`;
    }
    return html`<h2>${page.say("download")}</h2>
    <p>${page.say("selection") + page.download.selectionName()}</p>
    <p class="meta">${page.say("download_note")}</p>
    ${lacking ? html`<p class="empty">${lacking}</p>` : null}
    <div class="buttons">
      ${choice("download_geojson", page.download.saveGeojson)}${choice("download_csv", page.download.saveCsv)}${cancel(page)}
    </div>`;
  }
  function cancel(page) {
    return html`<button type="button" onClick=${() => close(page)}>${page.say("cancel")}</button>`;
  }
  function close(page) {
    page.store.change({ dialog: null });
  }

  // src/reading/choice.js
  var SEVERITIES = ["error", "warning", "info"];
  function severityShown(page) {
    const { severity, rule, finding: key } = page.state;
    const { severity_counts: counts, findings: findings3 } = page.data;
    const wanted = severity || (counts.error && !counts.warning ? "error" : counts.warning ? "warning" : "all");
    const has = findings3.some((one) => one.rule === rule && one.severity === wanted && (key === null || one.key === key));
    return rule && !has ? "all" : wanted;
  }
  function listed(page) {
    const shown = severityShown(page);
    return page.data.rules.flatMap(
      (rule) => page.data.findings.filter(
        (finding) => finding.rule === rule.rule && (shown === "all" || finding.severity === shown)
      )
    );
  }
  function chosenFinding(page) {
    const { rule, finding: key, clause, opened } = page.state;
    if (clause !== null) return null;
    const those = listed(page);
    if (rule === null) return those[0] || page.data.findings[0] || null;
    const ofRule = page.data.findings.filter((one) => one.rule === rule);
    return ofRule.find((one) => one.key === key) || ofRule.find((one) => opened !== null && one.subjects.includes(opened)) || those.find((one) => one.rule === rule) || ofRule[0] || null;
  }
  function readFinding(page, finding) {
    page.store.change({ view: "findings", rule: finding.rule, finding: finding.key });
  }
  function readClause(page, clause) {
    page.store.change({ view: "findings", rule: null, finding: null, clause });
  }

  // src/elements/clauses.js
  var DATA_FILE = /\.(csv|json|geojson)$/;
  function chips(page, sources2) {
    return html`<${Chips} key=${sources2.join()} page=${page} sources=${sources2} />`;
  }
  var Chips = class extends x {
    state = { unfolded: (
      /** @type {string[]} */
      []
    ) };
    // the clauses whose words are shown, the last unfolded last
    /** @param {string} source */
    toggle(source) {
      const { unfolded: unfolded2 } = this.state;
      const others = unfolded2.filter((one) => one !== source);
      this.setState({ unfolded: others.length < unfolded2.length ? others : [...unfolded2, source] });
    }
    render() {
      const { page, sources: sources2 } = this.props;
      const { clauses } = page.data;
      return html`<div class="sources">
      <div class="chips">${sources2.map((source) => clauses[source] ? this.chip(source) : outside2(page, source))}</div>
      ${this.state.unfolded.map(
        (source) => html`<blockquote key=${source} class="passage">
          <span class="heading">${clauses[source].heading}</span>${clauses[source].text}
          <button type="button" class="details" onClick=${() => readClause(page, source)}>${page.say("in_the_text")}</button>
        </blockquote>`
      )}
    </div>`;
    }
    /** @param {string} source */
    chip(source) {
      const { page } = this.props;
      const isUnfolded = String(this.state.unfolded.includes(source));
      return html`<button type="button" class="chip" title=${page.say("show_clause")} aria-expanded=${isUnfolded}
      onClick=${() => this.toggle(source)}>${page.lang === "zh" ? source : page.data.clauses[source].en}</button>`;
    }
  };
  function outside2(page, source) {
    const { words: words2 } = page.data.downloads;
    const named2 = hasOwn(words2, source) ? page.text(words2[source]) : source;
    const label = DATA_FILE.test(source) ? page.say("data_file") + source : named2;
    return html`<span class="chip outside" title=${page.say("outside_source")}>${label}</span>`;
  }

  // src/elements/finding.js
  function findingsOf(page, key) {
    return page.data.findings.filter((finding) => finding.subjects.includes(key));
  }
  function ruleNamed(page, name) {
    return page.data.rules.find((rule) => rule.rule === name);
  }
  function findingBlock(page, finding, leadsTo) {
    const { severity, subjects, rule } = finding;
    const reading = page.text(finding.reading);
    const remedy = page.text(finding.remedy);
    const seeRule = () => page.store.change({ rule, finding: finding.key, view: "findings" });
    return html`<div class=${`finding ${severity}`}>
    <p><span class=${`severity ${severity}`}>${page.text(page.data.severities[severity])}</span>${page.text(finding.message)}</p>
    ${chips(page, finding.clauses)}
    ${reading && html`<p class="meta">${page.say("reading") + reading}</p>`}
    ${remedy && html`<p class="meta">${page.say("remedy") + remedy}</p>`}
    ${leadsTo === "subject" && subjects.filter((key) => hasOwn(page.data.subjects, key)).map((key) => details(page, key))}
    ${leadsTo === "rule" && html`<button type="button" class="details" onClick=${seeRule}>${page.say("see_rule")}</button>`}
  </div>`;
  }

  // src/parts/findings.js
  var findings = {
    id: "yz-findings",
    attributes: (page) => ({
      open: page.state.folds["yz-findings"] || Boolean(page.state.printing && page.state.view === "findings")
    }),
    content(page) {
      const total = page.data.rules.reduce((sum, rule) => sum + rule.count, 0);
      const shown = isRead(page) ? severityShown(page) : "all";
      const found = page.data.rules.filter((rule) => rule.count);
      const listed2 = found.filter((rule) => countOf2(rule, shown));
      const others = page.data.rules.filter((rule) => !rule.count);
      return html`<summary>${`${page.say("findings")} ${page.numbers.grouped(total)}`}</summary>
      <div>
        ${isRead(page) ? readHead(page) : null}
        ${found.length ? severities(page) : html`<p class="empty">${page.say("findings_none")}</p>`}
        ${found.length && isRead(page) ? segments(page, shown) : null}
        ${found.length && !listed2.length ? html`<p class="empty">${page.say("no_such")}</p>` : null}
        ${listed2.map((rule) => group(page, rule, shown))}
        ${others.length ? html`<h2>${page.say("rules_other")}</h2>` : null}
        ${others.map((rule) => group(page, rule, "all"))}
        ${gaps(page)} ${proofreading(page)}
      </div>`;
    }
  };
  function isRead(page) {
    return page.view.layout === "reading" && !page.state.printing;
  }
  function countOf2(rule, shown) {
    if (shown === "all") return rule.count;
    return shown === "info" ? rule.count - rule.flagged : rule.flagged;
  }
  function readHead(page) {
    const [first] = page.data.clause_order;
    const isWhole = page.state.clause !== null;
    const toggle = () => isWhole ? page.store.change({ view: "findings", rule: null }) : readClause(page, first);
    return html`<div class="review-head"><h2>${page.say("findings")}</h2>
    ${first ? html`<button type="button" class="button" aria-pressed=${String(isWhole)} onClick=${toggle}>${page.say("whole_text")}</button>` : null}
  </div>`;
  }
  function segments(page, shown) {
    const { severities: names, severity_counts: counts } = page.data;
    const present = SEVERITIES.filter((name) => counts[name]);
    if (present.length < 2) return null;
    return html`<div class="segments" role="group" aria-label=${page.say("by_severity")}>
    ${[
      ...present,
      /** @type {const} */
      "all"
    ].map((name) => {
      const words2 = name === "all" ? page.say("all_severities") : page.text(names[name]);
      const choose = () => page.store.change({ severity: name, ...narrowsAway(page, name) ? { view: "findings", rule: null } : {} });
      return html`<button key=${name} type="button" class="button" aria-pressed=${String(name === shown)} onClick=${choose}>${words2}</button>`;
    })}
  </div>`;
  }
  function narrowsAway(page, severity) {
    const { rule } = page.state;
    return Boolean(rule) && severity !== "all" && !page.data.findings.some((one) => one.rule === rule && one.severity === severity);
  }
  function severities(page) {
    const { severities: names, severity_counts: counts } = page.data;
    const shown = SEVERITIES.filter((name) => counts[name]);
    return html`<p class="meta counts">
    ${shown.map((name) => {
      const words2 = `${page.text(names[name])} ${page.numbers.grouped(counts[name] || 0)}`;
      return html`<span class=${`severity ${name}`}>${words2}</span>`;
    })}
  </p>`;
  }
  function group(page, rule, shown) {
    var _a;
    const { state, numbers } = page;
    const isOpen = state.rule === rule.rule || Boolean(state.printing && state.view === "findings");
    const ofRule = page.data.findings.filter(
      (finding) => finding.rule === rule.rule && (shown === "all" || finding.severity === shown)
    );
    const information = shown === "all" || shown === "info" ? rule.count - rule.flagged : 0;
    const flagged = shown === "info" ? 0 : rule.flagged;
    const isCurrent = isRead(page) && ((_a = chosenFinding(page)) == null ? void 0 : _a.rule) === rule.rule;
    const toggle = () => page.store.change({ rule: state.rule === rule.rule ? null : rule.rule, view: "findings" });
    return html`<div key=${rule.rule} class=${classes("rule", isOpen && "open", isCurrent && "current")}>
    <button type="button" class="rule-row" aria-expanded=${String(isOpen)} data-rule=${rule.rule} onClick=${toggle}>
      <span class="grow">${page.text(rule.title)}</span>
      ${isRead(page) ? badges(page, flagged, information) : null}
      ${flagged && !isRead(page) ? html`<span class="flag">${`⚑ ${numbers.grouped(flagged)}`}</span>` : null}
      ${information && !isRead(page) ? html`<span class="meta">${`${page.text(page.data.severities.info)} ${numbers.grouped(information)}`}</span>` : null}
      ${rule.count ? null : html`<span class="meta">${page.text(page.data.statuses[rule.status])}</span>`}
    </button>
    ${isOpen ? unfolded(page, rule, ofRule) : null}
  </div>`;
  }
  function badges(page, flagged, information) {
    const { info } = page.data.severities;
    return html`${flagged ? html`<span class="flag">${page.numbers.grouped(flagged)}</span>` : null}
    ${information ? html`<span class="flag plain" title=${page.text(info)}>${page.numbers.grouped(information)}</span>` : null}`;
  }
  function unfolded(page, rule, ofRule) {
    const reason = page.text(rule.reason);
    return html`${chips(page, rule.clauses)}
    ${reason ? html`<p class="meta">${reason}</p>` : null}
    ${isRead(page) ? choices(page, ofRule) : ofRule.map((finding) => findingBlock(page, finding, "subject"))}
    ${rule.untold ? html`<p class="empty">${page.say("untold") + page.numbers.grouped(rule.untold)}</p>` : null}`;
  }
  function choices(page, ofRule) {
    if (ofRule.length < 2) return null;
    const chosen = chosenFinding(page);
    const names = ofRule.map((finding) => nameOf(page, finding));
    return html`<ul class="choices">
    ${ofRule.map((finding, at) => {
      const isChosen = finding === chosen;
      const isTold = names[at] && names.indexOf(names[at]) === names.lastIndexOf(names[at]);
      const words2 = isTold ? names[at] : page.text(finding.message);
      return html`<li key=${finding.key}><button type="button" class=${classes("choice", isChosen && "open")} data-finding=${finding.key}
        aria-current=${isChosen ? "true" : null} onClick=${() => readFinding(page, finding)}>${words2}</button></li>`;
    })}
  </ul>`;
  }
  function nameOf(page, { subjects }) {
    const key = subjects.find((one) => hasOwn(page.data.subjects, one));
    return key ? page.text(page.data.subjects[key].name) : "";
  }
  function gaps(page) {
    const { gaps: lacking } = page.data;
    if (!lacking.length) return null;
    return html`<h2>${page.say("gaps")} ${page.numbers.grouped(lacking.length)}</h2>
    <p class="meta">${page.say("gaps_note")}</p>
    <ul class="gaps">
      ${lacking.map((gap) => html`<li>${page.text(gap.message)} <span class="meta">${page.text(gap.remedy)}</span></li>`)}
    </ul>`;
  }
  function proofreading(page) {
    const { proofreading: misprints } = page.data;
    if (!misprints.length) return null;
    return html`<h2>${page.say("proofreading")} ${page.numbers.grouped(misprints.length)}</h2>
    <p class="meta">${page.say("proofreading_note")}</p>
    <ul class="gaps">
      ${misprints.map(
      (one) => html`<li>
            ${page.text(one.place)} …${one.printed}… ${page.say("perhaps")} <b>${one.suspected}</b>
            <span class="meta">${page.text(one.reason)}</span>
          </li>`
    )}
    </ul>`;
  }

  // ../../../node_modules/lucide/dist/esm/icons/chevron-left.mjs
  var ChevronLeft = [["path", { d: "m15 18-6-6 6-6" }]];

  // ../../../node_modules/lucide/dist/esm/icons/chevron-right.mjs
  var ChevronRight = [["path", { d: "m9 18 6-6-6-6" }]];

  // ../../../node_modules/lucide/dist/esm/icons/columns-3.mjs
  var Columns3 = [
    ["rect", { width: "18", height: "18", x: "3", y: "3", rx: "2" }],
    ["path", { d: "M9 3v18" }],
    ["path", { d: "M15 3v18" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/crosshair.mjs
  var Crosshair = [
    ["circle", { cx: "12", cy: "12", r: "10" }],
    ["line", { x1: "22", x2: "18", y1: "12", y2: "12" }],
    ["line", { x1: "6", x2: "2", y1: "12", y2: "12" }],
    ["line", { x1: "12", x2: "12", y1: "6", y2: "2" }],
    ["line", { x1: "12", x2: "12", y1: "22", y2: "18" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/download.mjs
  var Download = [
    ["path", { d: "M12 15V3" }],
    ["path", { d: "M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4" }],
    ["path", { d: "m7 10 5 5 5-5" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/image.mjs
  var Image2 = [
    ["rect", { width: "18", height: "18", x: "3", y: "3", rx: "2", ry: "2" }],
    ["circle", { cx: "9", cy: "9", r: "2" }],
    ["path", { d: "m21 15-3.086-3.086a2 2 0 0 0-2.828 0L6 21" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/layers.mjs
  var Layers = [
    [
      "path",
      {
        d: "M12.83 2.18a2 2 0 0 0-1.66 0L2.6 6.08a1 1 0 0 0 0 1.83l8.58 3.91a2 2 0 0 0 1.66 0l8.58-3.9a1 1 0 0 0 0-1.83z"
      }
    ],
    ["path", { d: "M2 12a1 1 0 0 0 .58.91l8.6 3.91a2 2 0 0 0 1.65 0l8.58-3.9A1 1 0 0 0 22 12" }],
    ["path", { d: "M2 17a1 1 0 0 0 .58.91l8.6 3.91a2 2 0 0 0 1.65 0l8.58-3.9A1 1 0 0 0 22 17" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/map-pin.mjs
  var MapPin = [
    [
      "path",
      {
        d: "M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"
      }
    ],
    ["circle", { cx: "12", cy: "10", r: "3" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/maximize.mjs
  var Maximize = [
    ["path", { d: "M8 3H5a2 2 0 0 0-2 2v3" }],
    ["path", { d: "M21 8V5a2 2 0 0 0-2-2h-3" }],
    ["path", { d: "M3 16v3a2 2 0 0 0 2 2h3" }],
    ["path", { d: "M16 21h3a2 2 0 0 0 2-2v-3" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/menu.mjs
  var Menu = [
    ["path", { d: "M4 5h16" }],
    ["path", { d: "M4 12h16" }],
    ["path", { d: "M4 19h16" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/minus.mjs
  var Minus = [["path", { d: "M5 12h14" }]];

  // ../../../node_modules/lucide/dist/esm/icons/moon.mjs
  var Moon = [
    [
      "path",
      {
        d: "M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"
      }
    ]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/pentagon.mjs
  var Pentagon = [
    [
      "path",
      {
        d: "M10.83 2.38a2 2 0 0 1 2.34 0l8 5.74a2 2 0 0 1 .73 2.25l-3.04 9.26a2 2 0 0 1-1.9 1.37H7.04a2 2 0 0 1-1.9-1.37L2.1 10.37a2 2 0 0 1 .73-2.25z"
      }
    ]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/plus.mjs
  var Plus = [
    ["path", { d: "M5 12h14" }],
    ["path", { d: "M12 5v14" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/printer.mjs
  var Printer = [
    ["path", { d: "M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2" }],
    ["path", { d: "M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6" }],
    ["rect", { x: "6", y: "14", width: "12", height: "8", rx: "1" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/ruler.mjs
  var Ruler = [
    [
      "path",
      {
        d: "M21.3 15.3a2.4 2.4 0 0 1 0 3.4l-2.6 2.6a2.4 2.4 0 0 1-3.4 0L2.7 8.7a2.41 2.41 0 0 1 0-3.4l2.6-2.6a2.41 2.41 0 0 1 3.4 0Z"
      }
    ],
    ["path", { d: "m14.5 12.5 2-2" }],
    ["path", { d: "m11.5 9.5 2-2" }],
    ["path", { d: "m8.5 6.5 2-2" }],
    ["path", { d: "m17.5 15.5 2-2" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/search.mjs
  var Search = [
    ["path", { d: "m21 21-4.34-4.34" }],
    ["circle", { cx: "11", cy: "11", r: "8" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/share.mjs
  var Share = [
    ["path", { d: "M12 2v13" }],
    ["path", { d: "m16 6-4-4-4 4" }],
    ["path", { d: "M4 12v8a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/sun-moon.mjs
  var SunMoon = [
    ["path", { d: "M12 2v2" }],
    [
      "path",
      {
        d: "M14.837 16.385a6 6 0 1 1-7.223-7.222c.624-.147.97.66.715 1.248a4 4 0 0 0 5.26 5.259c.589-.255 1.396.09 1.248.715"
      }
    ],
    ["path", { d: "M16 12a4 4 0 0 0-4-4" }],
    ["path", { d: "m19 5-1.256 1.256" }],
    ["path", { d: "M20 12h2" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/sun.mjs
  var Sun = [
    ["circle", { cx: "12", cy: "12", r: "4" }],
    ["path", { d: "M12 2v2" }],
    ["path", { d: "M12 20v2" }],
    ["path", { d: "m4.93 4.93 1.41 1.41" }],
    ["path", { d: "m17.66 17.66 1.41 1.41" }],
    ["path", { d: "M2 12h2" }],
    ["path", { d: "M20 12h2" }],
    ["path", { d: "m6.34 17.66-1.41 1.41" }],
    ["path", { d: "m19.07 4.93-1.41 1.41" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/x.mjs
  var X = [
    ["path", { d: "M18 6 6 18" }],
    ["path", { d: "m6 6 12 12" }]
  ];

  // src/elements/icon.js
  var ICONS = {
    after: ChevronRight,
    area: Pentagon,
    auto: SunMoon,
    before: ChevronLeft,
    close: X,
    compare: Columns3,
    dark: Moon,
    download: Download,
    layers: Layers,
    length: Ruler,
    light: Sun,
    map: MapPin,
    menu: Menu,
    minus: Minus,
    picture: Image2,
    place: Crosshair,
    plus: Plus,
    print: Printer,
    quote: Share,
    search: Search,
    whole: Maximize
  };
  function icon(name) {
    const shapes = ICONS[name].map(([tag, attributes]) => k(
      tag,
      /** @type {object} */
      attributes
    ));
    return k("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, shapes);
  }

  // src/parts/hands.js
  var MEASURES = ["length", "area"];
  function toggleFullScreen() {
    const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    Promise.resolve(done).catch(() => {
    });
  }
  function hand(name, sign, words2, act, isPressed) {
    const pressed = isPressed === void 0 ? void 0 : String(isPressed);
    return html`<button key=${name} type="button" data-tool=${name} aria-pressed=${pressed} onClick=${act}>${icon(sign)}<span>${words2}</span></button>`;
  }
  var hands = {
    id: "yz-hands",
    attributes: (page) => ({ "aria-label": page.say("map_tools") }),
    content(page) {
      const { leaflet: map } = page;
      return [
        html`<div class="group" key="zoom">
        ${hand("zoom-in", "plus", page.say("zoom_in"), () => map.zoomIn())}
        ${hand("zoom-out", "minus", page.say("zoom_out"), () => map.zoomOut())}
        ${hand("whole", "whole", page.say("whole_short"), page.map.home)}
      </div>`,
        html`<div class="group" key="measure">
        ${MEASURES.map((mode) => {
          const isPressed = page.state.measure.mode === mode;
          return hand(`measure-${mode}`, mode, page.say(`measure_${mode}`), () => page.measure.toggle(mode), isPressed);
        })}
        ${hand("picture", "picture", page.say("picture"), () => page.picture.save())}
        ${document.fullscreenEnabled ? hand("full", "whole", page.say("full_screen"), toggleFullScreen) : null}
      </div>`
      ];
    }
  };

  // src/parts/head.js
  var BETWEEN = /(\u3000| · )/;
  var head = [
    { id: "yz-skip", content: (page) => page.say("skip") },
    { id: "yz-title", content: (page) => page.text(page.data.title) },
    { id: "yz-short", content: (page) => page.text(page.data.title) },
    {
      id: "yz-subtitle",
      content(page) {
        const parts = page.text(page.data.subtitle).split(BETWEEN);
        return parts.map((part, index) => index % 2 ? part : html`<span class="part">${part}</span>`);
      }
    },
    {
      id: "yz-lang",
      attributes: (page) => ({ lang: page.lang === "zh" ? "en" : "zh" }),
      content: (page) => page.say("language")
    }
  ];
  var bar = { id: "yz-bar", attributes: (page) => ({ "aria-label": page.say("views") }) };

  // src/parts/imprint.js
  function today() {
    const now = /* @__PURE__ */ new Date();
    const parts = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
    return [now.getFullYear(), ...parts].join("-");
  }
  var imprint = {
    id: "yz-imprint",
    content(page) {
      if (!page.state.printing) return null;
      const { plan_version, unlocated_projects, yzgeo } = page.data.sources;
      const parts = [
        viewName(page),
        page.say("printed_from") + page.text(page.data.title) + page.bracketed(plan_version),
        page.credits(),
        unlocated_projects ? `${page.say("unlocated")} ${unlocated_projects}` : "",
        page.say("printed_on") + today(),
        `yzgeo ${yzgeo}`
      ];
      return parts.filter(Boolean).map((part) => html`<span>${part}</span>`);
    }
  };

  // src/parts/layer_tree.js
  var BASEMAPS = ["", "OpenStreetMap", "tianditu", "gaode"];
  var GROUND = { uncertainty: "uncertainty", places: "places" };
  var layerTree = {
    id: "yz-layers",
    attributes: (page) => ({ open: page.state.folds["yz-layers"] }),
    content(page) {
      const drawn = Object.keys(page.layers).filter((name) => isDrawn(page, name));
      const plan = drawn.filter((name) => name !== "district");
      const places = page.data.places.length ? Object.keys(GROUND) : [];
      const ground = places.concat(drawn.includes("district") ? ["district"] : []);
      return html`<summary>${page.say("layers")}</summary>
      ${plan.length ? group2(page, "layers_plan", plan.reverse()) : null}
      ${ground.length ? group2(page, "layers_ground", ground) : null}
      ${basemap(page)}`;
    }
  };
  function isDrawn(page, name) {
    const layer = page.layers[name];
    return !layer.getLayers || layer.getLayers().length > 0;
  }
  function group2(page, title, names) {
    return html`<fieldset>
    <legend>${page.say(title)}</legend>
    <ul>${names.map((name) => tick(page, name))}</ul>
  </fieldset>`;
  }
  function tick(page, name) {
    const { shown } = page.state;
    const words2 = hasOwn(page.data.layers, name) ? page.text(page.data.layers[name]) : page.say(GROUND[name]);
    const set = (event) => {
      const { checked } = (
        /** @type {HTMLInputElement} */
        event.currentTarget
      );
      page.store.change({ shown: { ...page.state.shown, [name]: checked } });
    };
    return html`<li key=${name}><label><input type="checkbox" checked=${shown[name]} onChange=${set} />${` ${words2}`}</label></li>`;
  }
  function basemap(page) {
    const { name: chosen } = page.state.basemap;
    const options = BASEMAPS.map((name) => {
      const words2 = name === "OpenStreetMap" ? name : page.say(
        /** @type {TextKey} */
        `basemap_${name || "none"}`
      );
      return html`<option value=${name}>${words2}</option>`;
    });
    const choose = (event) => {
      page.basemaps.choose(
        /** @type {HTMLSelectElement} */
        event.currentTarget.value
      );
    };
    return html`<fieldset>
    <legend>${page.say("basemap")}</legend>
    <select aria-label=${page.say("basemap")} value=${chosen} onChange=${choose}>${options}</select>
    ${keyForm(page, chosen !== "tianditu")}
    <p class="meta">${page.say("basemap_note")}</p>
  </fieldset>`;
  }
  function keyForm(page, isHidden) {
    const submit = (event) => {
      event.preventDefault();
      const form = (
        /** @type {HTMLElement} */
        event.currentTarget
      );
      page.basemaps.use(
        /** @type {HTMLInputElement} */
        form.querySelector("input").value.trim()
      );
    };
    return html`<form class="key-form" hidden=${isHidden} onSubmit=${submit}>
    <label>${page.say("tianditu_key")}<input type="text" autocomplete="off" id="yz-tianditu-key" value=${page.state.basemap.key} /></label>
    <button type="submit">${page.say("use_key")}</button>
    <p class="meta">${page.say("tianditu_note")}</p>
  </form>`;
  }

  // src/parts/legend.js
  var legend = {
    id: "yz-legend",
    attributes: (page) => ({
      open: page.state.folds["yz-legend"] || page.state.printing !== null,
      hidden: !entries(page).length
    }),
    content: (page) => html`<summary>${page.say("legend")}</summary>
    <ul key=${page.state.view}>${entries(page)}</ul>`
  };
  function entries(page) {
    return [...page.view.legend(), ...ofState(page)].filter(Boolean);
  }

  // src/parts/list.js
  var list2 = {
    id: "yz-list",
    attributes: (page) => ({ "aria-labelledby": `yz-tab-${page.state.view}` })
  };
  var viewList = {
    id: "yz-view",
    content: (page) => html`<${$} key=${page.state.view}>${page.view.list()}<//>`
  };

  // src/parts/messages.js
  var notice = {
    id: "yz-notice",
    attributes: (page) => ({ hidden: page.state.notice === null }),
    content: (page) => page.state.notice ? page.text(page.state.notice.words) : ""
  };
  var measured = {
    id: "yz-measure",
    attributes: (page) => ({ hidden: page.state.measure.mode === null }),
    content(page) {
      const { mode } = page.state.measure;
      if (!mode) return null;
      return html`<span>${page.measure.result() || page.say(`measure_${mode}_how`)}</span>
      <button type="button" onClick=${page.measure.stop}>${page.say("close")}</button>`;
    }
  };

  // src/elements/bar.js
  function naming(name) {
    return name ? { role: "img", "aria-label": name } : { "aria-hidden": "true" };
  }
  var MARK_WIDTH = 0.6;
  function bar2(parts, most, { name = "", mark } = {}) {
    let x2 = 0;
    const rects = parts.map((part) => {
      const width = most ? 100 * part.value / most : 0;
      const from = x2;
      x2 += width;
      return html`<rect x=${from} y="0" width=${width} height="8" fill=${part.colour} fill-opacity=${part.pale ? 0.35 : 1} />`;
    });
    const markAt = mark === void 0 ? null : Math.min(100 * mark / most, 100 - MARK_WIDTH);
    return html`<svg class="bar-chart" viewBox="0 0 100 8" preserveAspectRatio="none" ...${naming(name)}>
    <rect x="0" y="0" width="100" height="8" class="ground" />
    ${rects}
    ${markAt !== null && html`<rect x=${markAt} y="0" width=${MARK_WIDTH} height="8" class="mark" />`}
  </svg>`;
  }
  function largest(values) {
    return Math.max(...values, 1e-9);
  }

  // src/elements/stamp.js
  var reckoned = /* @__PURE__ */ new WeakMap();
  function outlines2(page) {
    const before = reckoned.get(page.data);
    if (before) return before;
    const [[south, west], [north2, east2]] = page.data.bounds;
    const shrink = Math.cos((south + north2) / 2 * Math.PI / 180);
    const scale = 100 / ((east2 - west) * shrink);
    function ring(points) {
      const words2 = [];
      for (const [x2, y2] of points) {
        const word = `${((x2 - west) * shrink * scale).toFixed(1)} ${((north2 - y2) * scale).toFixed(1)}`;
        if (word !== words2[words2.length - 1]) words2.push(word);
      }
      return `M${words2.join("L")}Z`;
    }
    function path(shape) {
      const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
      return polygons.map((polygon) => polygon.map(ring).join("")).join("");
    }
    const paths = { height: (north2 - south) * scale, zones: {}, district: "" };
    for (const shape of shapesOf(page.layers.district)) paths.district += path(shape.feature.geometry);
    for (const shape of shapesOf(page.layers.zones)) {
      paths.zones[shape.feature.properties.zone_id] = path(shape.feature.geometry);
    }
    reckoned.set(page.data, paths);
    return paths;
  }
  function shapesOf(layer) {
    const shapes = (
      /** @type {DrawnShape[]} */
      /** @type {unknown} */
      layer.getLayers()
    );
    return shapes.filter((shape) => /Polygon$/.test(shape.feature.geometry.type));
  }
  function stamp(page, zoneIds, isShared, name) {
    const { height, zones, district } = outlines2(page);
    const outlined = page.data.zones.filter((zone) => zones[zone.zone_id]);
    return html`<svg class="stamp" viewBox=${`-1 -1 102 ${height + 2}`} ...${naming(name)}>
    <path d=${district} class="district" />
    ${outlined.map(({ zone_id, colour }) => {
      const leads = zoneIds.includes(zone_id);
      const fill = isShared ? `url(#yz-hatch-${zone_id})` : colour;
      return html`<path key=${zone_id} d=${zones[zone_id]} class=${classes(leads ? "leads" : "other")}
        fill=${leads ? fill : "none"} stroke=${leads ? colour : ""} />`;
    })}
  </svg>`;
  }

  // src/elements/tables.js
  function factBlock(page, { label, value, sources: sources2, kept }) {
    return html`<div class=${classes("fact", kept === false && "broken")}>
    <div class="label">${page.text(label)}</div>
    <div class="value">${page.text(value)}</div>
    ${chips(page, sources2 || [])}
  </div>`;
  }
  function cellContent(page, { key, text }) {
    if (key && hasOwn(page.data.subjects, key)) return namedLink(page, key, page.text(text));
    return html`<span>${page.text(text)}</span>`;
  }
  function tableRow(page, { cells, sources: sources2 }, columns2) {
    return html`<tr>
    ${cells.map((cell3, index) => {
      const column = index && columns2[index] ? page.text(columns2[index]) : void 0;
      return html`<td class=${index ? void 0 : "first"} data-column=${column}>
        ${cellContent(page, cell3)}${!index && sources2.length ? chips(page, sources2) : null}
      </td>`;
    })}
  </tr>`;
  }
  function rowsBlock(page, rows, columns2) {
    const heads = columns2.map((column) => html`<th scope="col">${page.text(column)}</th>`);
    return html`<table>
    ${columns2.length ? html`<thead><tr>${heads}</tr></thead>` : null}
    <tbody>${rows.map((row) => tableRow(page, row, columns2))}</tbody>
  </table>`;
  }
  function tableBlock(page, table2) {
    const { rows, columns: columns2, below, empty } = table2;
    const missing = empty ? note(page.text(empty)) : null;
    return html`<section class="joined" data-topic=${table2.topic}>
    <h3>${page.text(table2.title)}</h3>
    ${(table2.note || []).map((fact) => factBlock(page, fact))}
    ${rows.length ? rowsBlock(page, rows, columns2) : missing}
    ${(below == null ? void 0 : below.length) ? html`<p class="meta">${page.say("identified_in_plan")}</p>${rowsBlock(page, below, [])}` : null}
  </section>`;
  }

  // src/parts/panel.js
  var panel = {
    id: "yz-panel",
    attributes(page) {
      const subject = page.subject(page.state.opened);
      return { hidden: !subject, "aria-label": subject ? page.text(subject.name) : null };
    },
    content(page) {
      const { opened } = page.state;
      const subject = page.subject(opened);
      if (!opened || !subject) return null;
      return html`<${$} key=${opened}>
      ${head2(page, subject)}
      <div class="meta">${kindAndNote(page, subject)}</div>
      ${subject.unlocated ? html`<p class="empty">${page.say("not_drawn")}</p>` : null}
      ${body(page, opened, subject)}
    <//>`;
    }
  };
  function head2(page, { name, colour }) {
    const style = colour ? { borderColor: page.theme.tint(colour) } : void 0;
    return html`<header>
    <h2 tabindex="-1" style=${style}>${page.text(name)}</h2>
    <button type="button" class="close" onClick=${() => page.open(null)}>${page.say("close")}</button>
  </header>`;
  }
  function kindAndNote(page, { kind, note: note2 }) {
    const kindName = page.text(page.data.kinds[kind]);
    return [kindName, note2 ? page.text(note2) : ""].filter(Boolean).join(" · ");
  }
  function body(page, key, subject) {
    const topics = subject.tables.map((table2) => table2.topic);
    const facts = subject.facts.filter((fact) => !fact.topic || !topics.includes(fact.topic));
    const blocks = facts.map((fact) => factBlock(page, fact));
    const tables = subject.tables.map((table2) => tableBlock(page, table2));
    const reasons = why(page, key);
    if (subject.kind === "zone") {
      return [blocks[0], reasons, tables, html`<h3>${page.say("also_said")}</h3>`, blocks.slice(1)];
    }
    if (subject.kind === "industry") {
      const zones = subject.zones || [];
      const chart = zones.length ? stamp(page, zones, zones.length > 1, page.text(subject.name)) : null;
      return [reasons, chart, tables, blocks];
    }
    return [reasons, blocks, tables];
  }
  function why(page, key) {
    const reasons = findingsOf(page, key);
    if (!reasons.length) return null;
    return html`<h3>${`${page.say("why_flagged")} ${reasons.length}`}</h3>
    ${reasons.map((finding) => findingBlock(page, finding, "rule"))}`;
  }

  // src/search/find.js
  var KINDS = ["zone", "park", "owner", "industry", "project", "cluster", "target", "plan"];
  var SHORTENED = /^[\u0080-\uffff]{3,}$/;
  var LATIN = /^[a-z0-9]+$/;
  var FIT = { begins: 0, holds: 2, spelled: 4, spelledWithin: 5, shortened: 7, words: 10 };
  function folded(text) {
    return text.normalize("NFKC").toLowerCase();
  }
  function spells(syllables, query2, from) {
    if (!query2) return true;
    if (from >= syllables.length) return false;
    const syllable = syllables[from];
    for (let length2 = Math.min(syllable.length, query2.length); length2 > 0; length2--) {
      const fits = syllable.slice(0, length2) === query2.slice(0, length2);
      if (fits && spells(syllables, query2.slice(length2), from + 1)) return true;
    }
    return false;
  }
  function shortens(term, query2) {
    let next = 0;
    for (let at = 0; at < term.length && next < query2.length; at++) if (term[at] === query2[next]) next++;
    return next === query2.length;
  }
  function fitWhole(subject, query2, letters) {
    let best = Infinity;
    subject.terms.map(folded).forEach((term, index) => {
      const at = term.indexOf(query2);
      if (at >= 0) best = Math.min(best, (at ? FIT.holds : FIT.begins) + index / 100);
      else if (SHORTENED.test(query2) && shortens(term, query2)) best = Math.min(best, FIT.shortened + index / 100);
    });
    if (best < Infinity || !LATIN.test(letters)) return best;
    subject.syllables.forEach((spelled, index) => {
      const syllables = spelled.split(" ");
      const from = syllables.findIndex((_2, start2) => spells(syllables, letters, start2));
      if (from >= 0) best = Math.min(best, (from ? FIT.spelledWithin : FIT.spelled) + index / 100);
    });
    return best;
  }
  function fit(subject, query2, letters) {
    const best = fitWhole(subject, query2, letters);
    const words2 = query2.split(/\s+/);
    if (best < Infinity || words2.length < 2) return best;
    return FIT.words + Math.max(...words2.map((word) => fitWhole(subject, word, word.replace(/'/g, ""))));
  }
  function clausesNamed(text, clauses, order) {
    const query2 = folded(text).replace(/\s/g, "");
    if (!query2) return [];
    const begins = (label) => folded(label).replace(/\s/g, "").startsWith(query2);
    return order.filter((clause) => begins(clause) || query2.length > 2 && begins(clauses[clause].en));
  }
  function find(text, subjects, order) {
    const query2 = folded(text.trim());
    const letters = query2.replace(/[\s']/g, "");
    if (!query2) return [];
    return KINDS.reduce((keys, kind) => keys.concat(order[kind] || []), []).map((key, index) => ({ key, index, fit: fit(subjects[key], query2, letters) })).filter((hit) => hit.fit < Infinity).sort((a2, b) => a2.fit - b.fit || a2.index - b.index).map((hit) => hit.key);
  }

  // src/search/box.js
  var MOST = 30;
  var MOST_PARCELS = 10;
  var MOST_CLAUSES = 5;
  var CLAUSE = "clause:";
  var NOTE_LETTERS = 24;
  var PAUSE_MS = 150;
  function makeSearchBox(page) {
    const input = (
      /** @type {HTMLInputElement} */
      byId("yz-query")
    );
    const results2 = byId("yz-results");
    let timer = 0;
    let turn = 0;
    function hitOf(key) {
      const { kind, name, note: note2 } = page.data.subjects[key];
      return { key, name, note: kind === "project" && note2 ? page.text(note2) : "", parcel: null };
    }
    function clauseHit(clause) {
      const { en, text } = page.data.clauses[clause];
      return {
        key: `${CLAUSE}${clause}`,
        name: { zh: clause, en },
        note: text.trim().slice(0, NOTE_LETTERS),
        parcel: null
      };
    }
    function show(all, isFinished) {
      var _a;
      const { search: search2 } = page.state;
      const activeKey = (_a = search2.hits[search2.active]) == null ? void 0 : _a.key;
      const hits = all.slice(0, MOST);
      const again = hits.findIndex((hit) => hit.key === activeKey);
      const active = hits.length ? Math.max(0, again) : -1;
      page.store.change({ search: { typed: input.value.trim(), hits, active, total: all.length, isFinished } });
    }
    async function addParcels(query2, named2, parcels2) {
      const thisTurn = turn;
      const parcelHits = await parcels2.search(query2, MOST_PARCELS, () => thisTurn !== turn);
      if (!parcelHits || thisTurn !== turn) return;
      const hits = (begins) => parcelHits.filter((one) => one.begins === begins).map(({ id, note: note2 }) => {
        return { key: `parcel:${id}`, name: { zh: id, en: id }, note: page.text(note2), parcel: id };
      });
      show([...hits(true), ...named2, ...hits(false)], true);
    }
    function search() {
      const query2 = folded(input.value.trim());
      const subjects = find(input.value, page.data.subjects, page.data.order).map(hitOf);
      const clauses = clausesNamed(input.value, page.data.clauses, page.data.clause_order);
      const named2 = [...clauses.slice(0, MOST_CLAUSES).map(clauseHit), ...subjects];
      const parcels2 = query2 ? page.parcels : null;
      turn += 1;
      clearTimeout(timer);
      show(named2, !parcels2);
      if (parcels2) timer = window.setTimeout(() => addParcels(query2, named2, parcels2), PAUSE_MS);
    }
    function close2() {
      turn += 1;
      clearTimeout(timer);
      if (page.state.search !== NO_SEARCH) page.store.change({ search: NO_SEARCH });
    }
    function move(step) {
      const { search: search2 } = page.state;
      const count = search2.hits.length;
      page.store.change({ search: { ...search2, active: (search2.active + step + count) % count } });
      results2.children[page.state.search.active].scrollIntoView({ block: "nearest" });
    }
    async function choose({ key, parcel }) {
      close2();
      if (key.startsWith(CLAUSE)) {
        readClause(page, key.slice(CLAUSE.length));
        return;
      }
      if (parcel === null) {
        page.open(key);
        return;
      }
      if (!(page.parcels && await page.parcels.find(parcel))) return;
      page.store.change({ view: "parcels" });
      page.open(key);
    }
    input.addEventListener("input", search);
    input.addEventListener("focus", () => {
      if (input.value) search();
    });
    input.addEventListener("keydown", (event) => {
      const { hits, active } = page.state.search;
      if (/^Arrow(Up|Down)$/.test(event.key) && hits.length) {
        move(event.key === "ArrowDown" ? 1 : -1);
        event.preventDefault();
      }
      if (event.key === "Enter" && hits[active]) {
        choose(hits[active]);
        event.preventDefault();
      }
      if (event.key === "Escape" && hits.length) {
        close2();
        event.stopPropagation();
      }
    });
    input.addEventListener("blur", (event) => {
      if (!(event.relatedTarget instanceof Node && results2.contains(event.relatedTarget))) close2();
    });
    results2.addEventListener("mousedown", (event) => event.preventDefault());
    return {
      choose,
      /** Cancels a pending search when the reader goes to another address. @param {State} state @param {State} before */
      follow(state, before) {
        if (state.visits === before.visits) return;
        turn += 1;
        clearTimeout(timer);
      }
    };
  }

  // src/parts/results.js
  function idOf(index) {
    return `yz-hit-${index}`;
  }
  var query = {
    id: "yz-query",
    attributes(page) {
      const { hits, active } = page.state.search;
      const prompt = page.say(page.data.parcels ? "search_parcels" : "search");
      return {
        placeholder: prompt,
        "aria-label": prompt,
        "aria-expanded": String(hits.length > 0),
        "aria-activedescendant": active < 0 ? null : idOf(active)
      };
    }
  };
  var results = {
    id: "yz-results",
    attributes: (page) => ({ "aria-label": page.say("search_results"), hidden: !page.state.search.hits.length }),
    content(page) {
      const { hits, active } = page.state.search;
      return hits.map((hit, index) => {
        const kind = page.text(page.data.kinds[hit.key.slice(0, hit.key.indexOf(":"))] || page.both("clause"));
        return html`<button key=${hit.key} type="button" id=${idOf(index)} tabindex="-1" role="option"
        aria-selected=${String(index === active)} onClick=${() => page.search.choose(hit)}>
        ${page.text(hit.name)}<span class="meta">${hit.note ? `${kind} · ${hit.note}` : kind}</span>
      </button>`;
      });
    }
  };
  var searchStatus = {
    id: "yz-search-status",
    content(page) {
      const { typed, hits, total, isFinished } = page.state.search;
      if (typed && !hits.length && isFinished) return page.say("nothing_found");
      return total > MOST ? `${page.say("more_hits")} ${total}` : "";
    }
  };

  // src/parts/sheets.js
  var SHEETS = [
    ["yz-table", "table"],
    ["yz-compare", "compare"],
    ["yz-reading", "reading"]
  ];
  var sheets = SHEETS.map(([id, layout]) => ({
    id,
    attributes: (page) => ({
      hidden: page.view.layout !== layout,
      "aria-labelledby": page.view.layout === layout ? `yz-tab-${page.state.view}` : null
    }),
    content: (page) => page.view.layout === layout && page.view.sheet ? page.view.sheet() : null
  }));

  // src/parts/sources.js
  function licenceLine(page, { title, name }) {
    return name && !title.includes(name) ? title + page.bracketed(name) : title;
  }
  function list3(lines) {
    return html`<ul>${lines.map((line) => html`<li><span>${line}</span></li>`)}</ul>`;
  }
  var sources = {
    id: "yz-sources",
    attributes: (page) => ({ open: page.state.folds["yz-sources"] }),
    content(page) {
      const facts = page.data.sources;
      const unlocated2 = [
        facts.unlocated_projects ? `${page.say("unlocated")} ${facts.unlocated_projects}` : "",
        facts.unlocated_parks ? `${page.say("unlocated_parks")} ${facts.unlocated_parks}` : ""
      ].filter(Boolean);
      return html`<summary>${page.say("method")}</summary>
      <p>${page.say("method_text") + page.ifSchematic("method_schematic")}</p>
      ${unlocated2.length ? html`<p>${unlocated2.join(page.semicolon())}</p>` : null}
      <h3>${page.say("sources")}</h3>
      ${list3(facts.sources.length ? facts.sources.map(page.text) : [page.say("no_sources")])}
      <p>${page.say("boundary") + page.text(facts.boundary)}</p>
      <h3>${page.say("licences")}</h3>
      ${list3(facts.licences.length ? facts.licences.map((licence) => licenceLine(page, licence)) : [page.say("no_licences")])}
      <p class="meta">${`${page.say("plan_version")}${facts.plan_version} · yzgeo ${facts.yzgeo}`}</p>`;
    }
  };

  // src/parts/tabs.js
  var tabs = {
    id: "yz-views",
    attributes: (page) => ({ "aria-label": page.say("views") }),
    content(page) {
      const names = (
        /** @type {ViewName[]} */
        Object.keys(page.views)
      );
      return names.map((name, index) => {
        const isChosen = name === page.state.view;
        return html`<button key=${name} type="button" class="tab" role="tab" id=${`yz-tab-${name}`} data-view=${name}
        tabindex=${isChosen ? "0" : "-1"} aria-selected=${String(isChosen)} aria-controls="yz-list"
        onClick=${() => enter(page, name)} onKeyDown=${(event) => {
          const next = nextOf(event.key, index, names.length - 1);
          if (next === void 0) return;
          event.preventDefault();
          enter(page, names[next]);
          byId(`yz-tab-${names[next]}`).focus();
        }}>${page.text(page.views[name].title)}</button>`;
      });
    }
  };
  function enter(page, view) {
    page.store.change({ view, rule: null });
  }
  function nextOf(key, index, last) {
    if (key === "ArrowRight") return index < last ? index + 1 : 0;
    if (key === "ArrowLeft") return index ? index - 1 : last;
    if (key === "Home") return 0;
    return key === "End" ? last : void 0;
  }

  // src/parts/tools.js
  function tool(name, sign, words2, act, isSign) {
    const label = isSign ? words2 : void 0;
    return html`<button key=${name} type="button" class="button tool" data-tool=${name} aria-label=${label} title=${label} onClick=${act}>
    ${icon(sign)}${isSign ? null : html`<span class="words">${words2}</span>`}
  </button>`;
  }
  var tools = {
    id: "yz-tools",
    attributes: (page) => ({ "aria-label": page.say("tools") }),
    content: (page) => [
      tool("print", "print", page.say("print"), () => page.store.change({ dialog: "print" })),
      tool("download", "download", page.say("download"), () => page.store.change({ dialog: "download" })),
      tool("theme", page.state.theme, page.say(`theme_${page.state.theme}`), page.theme.next, true)
    ]
  };

  // src/parts/parts.js
  var PARTS = [
    ...head,
    query,
    results,
    searchStatus,
    bar,
    tabs,
    tools,
    hands,
    legend,
    notice,
    measured,
    imprint,
    list2,
    viewList,
    findings,
    layerTree,
    sources,
    rail,
    ...sheets,
    panel,
    dialog
  ];
  function drawParts(page) {
    for (const { id, attributes, content: content2 } of PARTS) {
      const root = byId(id);
      if (attributes) setAttributes(root, attributes(page));
      if (content2) Q(content2(page), root);
    }
  }
  var lastAttributes = /* @__PURE__ */ new WeakMap();
  function setAttributes(root, attributes) {
    const before = lastAttributes.get(root) || {};
    for (const [name, value] of Object.entries(attributes)) {
      if (before[name] === value) continue;
      if (typeof value === "boolean") root.toggleAttribute(name, value);
      else if (value === null) root.removeAttribute(name);
      else root.setAttribute(name, value);
    }
    lastAttributes.set(root, attributes);
  }
  function listenToFolds(page) {
    for (
      const id of
      /** @type {Fold[]} */
      Object.keys(page.state.folds)
    ) {
      const root = (
        /** @type {HTMLDetailsElement} */
        byId(id)
      );
      root.addEventListener("toggle", () => {
        if (page.state.printing || page.state.folds[id] === root.open) return;
        page.store.change({ folds: { ...page.state.folds, [id]: root.open } });
      });
    }
  }

  // src/state/following.js
  var MOST_LETTERS = 60;
  var KINDS2 = {
    parcel: "parcels",
    view: "views",
    rule: "rule",
    finding: "finding",
    clause: "clause",
    class: "class_named"
  };
  function followAddress(page) {
    let followed = null;
    let isFollowing = false;
    const names = {
      view: (name) => hasOwn(page.views, name),
      rule: (name) => page.data.rules.some((rule) => rule.rule === name),
      finding: (rule, name) => {
        const ofRule = page.data.findings.filter((finding) => finding.rule === rule);
        const found = ofRule.find((finding) => finding.key === name) || ofRule[Number(name) - 1];
        return found ? found.key : null;
      },
      clause: (name) => hasOwn(page.data.clauses, name),
      chosen: (name) => page.data.classes.some((group3) => group3.name.zh === name),
      subject: (key) => page.subject(key) !== null,
      kind: (name) => hasOwn(page.data.kinds, name),
      parcels: page.parcels !== null
    };
    function unknown([name, value]) {
      const kind = hasOwn(page.data.kinds, name) ? page.data.kinds[name] : page.both(KINDS2[name]);
      const text = page.both("unknown_address");
      const named2 = value.length > MOST_LETTERS ? `${value.slice(0, MOST_LETTERS)}…` : value;
      const words2 = { zh: `${text.zh}${kind.zh} ${named2}`, en: `${text.en}${kind.en} ${named2}` };
      return { about: "address", words: words2 };
    }
    async function lookUp2(id, address) {
      const isFound = page.parcels && await page.parcels.find(id);
      if (address !== location.hash) return;
      if (isFound) follow();
      else page.store.change({ notice: unknown(["parcel", id]) });
    }
    function follow() {
      followed = location.hash;
      const destination = read(location.hash, names);
      isFollowing = true;
      page.store.change({ ...destination.state, notice: destination.unknown ? unknown(destination.unknown) : null });
      isFollowing = false;
      if (destination.parcel !== null) lookUp2(destination.parcel, location.hash);
    }
    page.store.subscribe((state, before) => {
      if (state.visits === before.visits || isFollowing) return;
      const address = addressOf(state);
      if (location.hash === address || address === "#" && !location.hash) return;
      location.hash = address;
      followed = location.hash;
    });
    window.addEventListener("hashchange", () => {
      if (followed !== location.hash) follow();
    });
    return { follow };
  }

  // src/state/store.js
  function createStore(first, settle) {
    let state = first;
    let announcement = first;
    let isAnnouncing = false;
    const listeners = [];
    return {
      get: () => state,
      /** @param {P} patch */
      change(patch) {
        state = settle(state, patch);
        if (isAnnouncing) return;
        isAnnouncing = true;
        try {
          while (announcement !== state) {
            const before = announcement;
            announcement = state;
            for (const listener of listeners) listener(announcement, before);
          }
        } finally {
          isAnnouncing = false;
        }
      },
      /** @param {(state: S, before: S) => void} listener */
      subscribe(listener) {
        listeners.push(listener);
      }
    };
  }

  // src/reading/citation.js
  var LONGEST = 160;
  var OMITTED = "……";
  var SENTENCE = /[^。；\n]*[。；\n]?/g;
  function quotation(text, spans) {
    const whole = text.trim();
    if (whole.length <= LONGEST || !spans.length)
      return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST)}${OMITTED}`;
    let quoted = "";
    let last = 0;
    for (const match of text.matchAll(SENTENCE)) {
      const start2 = match.index || 0;
      const end = start2 + match[0].length;
      if (end === start2 || !spans.some(([from, to]) => from < end && to > start2)) continue;
      if (start2 > last) quoted += OMITTED;
      quoted += match[0];
      last = end;
    }
    return (last < text.trimEnd().length ? quoted + OMITTED : quoted).trim();
  }
  function citation(page, finding) {
    const { clauses, title, sources: sources2 } = page.data;
    const label = (clause) => page.lang === "zh" ? clause : clauses[clause].en;
    const quotes = finding.places.map(({ clause, spans }) => {
      const words2 = quotation(clauses[clause].text, spans);
      return page.lang === "zh" ? `〔${label(clause)}〕“${words2}”` : `[${label(clause)}] “${words2}”`;
    });
    const outside3 = finding.clauses.filter((clause) => !clauses[clause]).map((clause) => `〔${clause}〕`);
    const from = [page.text(title), sources2.plan_version].filter(Boolean).join(page.lang === "zh" ? "，" : ", ");
    return [page.text(finding.message), ...quotes, ...outside3, `—— ${from}`].join("\n");
  }

  // src/reading/head.js
  var LONG = 60;
  var SHOWN_MS = 2500;
  var DRAWN2 = ["zone", "park", "project"];
  function head3(page, finding) {
    const { severity, clauses } = finding;
    const message = page.text(finding.message);
    const reading = page.text(finding.reading);
    const remedy = page.text(finding.remedy);
    const outside3 = clauses.filter((clause) => !hasOwn(page.data.clauses, clause));
    return html`<header class="finding-head">
    <span class=${`tag ${severity}`}>${page.text(page.data.severities[severity])}</span>
    <div class="grow">
      <h2 tabindex="-1" class=${message.length > LONG ? "long" : ""}>${message}</h2>
      ${reading ? html`<p class="meta">${page.say("reading") + reading}</p>` : null}
      ${remedy ? html`<p class="meta">${page.say("remedy") + remedy}</p>` : null}
      ${outside3.length ? chips(page, outside3) : null}
    </div>
    <div class="deeds">${lookUp(page, finding)}<${Quote} key=${`${finding.rule} ${finding.key}`} page=${page} finding=${finding} />${steps(page, finding)}</div>
  </header>`;
  }
  function lookUp(page, { subjects }) {
    const known = subjects.filter((key2) => page.subject(key2));
    const drawn = known.find((key2) => {
      var _a;
      return DRAWN2.includes(key2.split(":")[0]) && !((_a = page.subject(key2)) == null ? void 0 : _a.unlocated);
    });
    const key = drawn || known[0];
    if (!key) return null;
    const go = () => drawn ? page.store.change({ view: "overview", opened: key }) : page.open(key);
    return html`<button type="button" class="button" onClick=${go}>${icon("map")}${page.say(drawn ? "on_map" : "see_subject")}</button>`;
  }
  function steps(page, finding) {
    const those = listed(page);
    const at = those.indexOf(finding);
    const step = (by, name) => {
      const next = at < 0 ? void 0 : those[at + by];
      return html`<button type="button" class="button" disabled=${!next} aria-label=${page.say(`finding_${name}`)}
      title=${page.say(`finding_${name}`)} onClick=${() => next && readFinding(page, next)}>${icon(name)}</button>`;
    };
    return html`<span class="steps">${step(-1, "before")}${step(1, "after")}</span>`;
  }
  var Quote = class extends x {
    state = { said: (
      /** @type {"" | "quoted" | "by_hand"} */
      ""
    ) };
    timer = 0;
    componentWillUnmount() {
      clearTimeout(this.timer);
    }
    async copy() {
      const { page, finding } = this.props;
      const isCopied = await copyText(citation(page, finding));
      this.setState({ said: isCopied ? "quoted" : "by_hand" });
      clearTimeout(this.timer);
      if (isCopied) this.timer = window.setTimeout(() => this.setState({ said: "" }), SHOWN_MS);
    }
    render() {
      const { page, finding } = this.props;
      const { said } = this.state;
      return html`<button type="button" class="button quote" onClick=${() => this.copy()}>
        ${icon("quote")}${page.say(said === "quoted" ? "quoted" : "quote")}
      </button>
      <span class="hidden-words" role="status">${said === "quoted" ? page.say("quoted") : ""}</span>
      ${said === "by_hand" ? html`<label class="by-hand">${page.say("quote_by_hand")}
              <textarea readonly rows="6" ref=${selectAll}>${citation(page, finding)}</textarea></label>` : null}`;
    }
  };
  function selectAll(area2) {
    if (!area2) return;
    area2.focus();
    area2.select();
  }
  async function copyText(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByCommand(text);
    }
  }
  function copyByCommand(text) {
    const area2 = document.createElement("textarea");
    area2.value = text;
    area2.className = "hidden-words";
    document.body.appendChild(area2);
    area2.select();
    let isCopied = false;
    try {
      isCopied = document.execCommand("copy");
    } catch {
      isCopied = false;
    }
    document.body.removeChild(area2);
    return isCopied;
  }

  // src/reading/leaves.js
  var AROUND = 1;
  function isRow(data, clause) {
    const { text, page } = data.clauses[clause];
    return page !== clause && text.includes(data.cell);
  }
  function leavesOf(data, finding) {
    const order = data.clause_order;
    const leaves = /* @__PURE__ */ new Map();
    const found = finding.places.map((place2) => place2.clause);
    const held = new Set(finding.compared.flatMap((group3) => group3.rows.map((row) => row.clause)));
    for (const { clause, spans } of finding.places) {
      const { page } = data.clauses[clause];
      let leaf = leaves.get(page);
      if (!leaf) {
        const parts = order.filter((one) => data.clauses[one].page === page);
        const clauses = parts.length > 1 ? parts : around2(order, clause, found);
        leaf = { page, clauses, hits: /* @__PURE__ */ new Set(), isTable: parts.some((one) => isRow(data, one)), weight: 0 };
        leaves.set(page, leaf);
      }
      leaf.hits.add(clause);
      leaf.weight = Math.max(leaf.weight, (held.has(clause) ? 2 : 0) + (spans.length ? 1 : 0));
    }
    return [...leaves.values()].sort((a2, b) => b.weight - a2.weight);
  }
  function around2(order, clause, found) {
    const at = order.indexOf(clause);
    const near = order.slice(Math.max(0, at - AROUND), at + AROUND + 1);
    return near.filter((one) => one === clause || !found.includes(one));
  }
  function nearHits({ clauses, hits }) {
    return clauses.filter(
      (_2, at) => clauses.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((one) => hits.has(one))
    );
  }
  function allLeaves(data) {
    const leaves = /* @__PURE__ */ new Map();
    for (const clause of data.clause_order) {
      const { page } = data.clauses[clause];
      const leaf = leaves.get(page) || { page, clauses: [], hits: /* @__PURE__ */ new Set(), isTable: false };
      leaf.clauses.push(clause);
      leaf.isTable = leaf.isTable || isRow(data, clause);
      leaves.set(page, leaf);
    }
    return [...leaves.values()];
  }
  function findingsByClause(data) {
    const by = /* @__PURE__ */ new Map();
    for (const finding of data.findings) {
      for (const { clause } of finding.places) {
        const those = by.get(clause);
        if (!those) by.set(clause, [finding]);
        else if (!those.includes(finding)) those.push(finding);
      }
    }
    return by;
  }
  function titleOf({ text, heading }) {
    const first = text.split("\n")[0].trim();
    const sentence = first.indexOf("。");
    const words2 = sentence > 0 ? first.slice(0, sentence) : first;
    if (words2.length <= 40) return words2;
    const last = heading.split(/\s+/).pop() || "";
    return last;
  }

  // ../../../node_modules/diff/libesm/diff/base.js
  var Diff = class {
    diff(oldStr, newStr, options = {}) {
      let callback;
      if (typeof options === "function") {
        callback = options;
        options = {};
      } else if ("callback" in options) {
        callback = options.callback;
      }
      const oldString = this.castInput(oldStr, options);
      const newString = this.castInput(newStr, options);
      const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
      const newTokens = this.removeEmpty(this.tokenize(newString, options));
      return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
      var _a;
      const done = (value) => {
        value = this.postProcess(value, options);
        if (callback) {
          setTimeout(function() {
            callback(value);
          }, 0);
          return void 0;
        } else {
          return value;
        }
      };
      const newLen = newTokens.length, oldLen = oldTokens.length;
      let editLength = 1;
      let maxEditLength = newLen + oldLen;
      if (options.maxEditLength != null) {
        maxEditLength = Math.min(maxEditLength, options.maxEditLength);
      }
      const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
      const abortAfterTimestamp = Date.now() + maxExecutionTime;
      const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
      let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
      if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
        return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
      }
      let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
      const execEditLength = () => {
        for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
          let basePath;
          const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
          if (removePath) {
            bestPath[diagonalPath - 1] = void 0;
          }
          let canAdd = false;
          if (addPath) {
            const addPathNewPos = addPath.oldPos - diagonalPath;
            canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
          }
          const canRemove = removePath && removePath.oldPos + 1 < oldLen;
          if (!canAdd && !canRemove) {
            bestPath[diagonalPath] = void 0;
            continue;
          }
          if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
            basePath = this.addToPath(addPath, true, false, 0, options);
          } else {
            basePath = this.addToPath(removePath, false, true, 1, options);
          }
          newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
          if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
          } else {
            bestPath[diagonalPath] = basePath;
            if (basePath.oldPos + 1 >= oldLen) {
              maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
            }
            if (newPos + 1 >= newLen) {
              minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
            }
          }
        }
        editLength++;
      };
      if (callback) {
        (function exec() {
          setTimeout(function() {
            if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
              return callback(void 0);
            }
            if (!execEditLength()) {
              exec();
            }
          }, 0);
        })();
      } else {
        while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
          const ret = execEditLength();
          if (ret) {
            return ret;
          }
        }
      }
    }
    addToPath(path, added, removed, oldPosInc, options) {
      const last = path.lastComponent;
      if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
        return {
          oldPos: path.oldPos + oldPosInc,
          lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
        };
      } else {
        return {
          oldPos: path.oldPos + oldPosInc,
          lastComponent: { count: 1, added, removed, previousComponent: last }
        };
      }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
      const newLen = newTokens.length, oldLen = oldTokens.length;
      let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
      while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
        newPos++;
        oldPos++;
        commonCount++;
        if (options.oneChangePerToken) {
          basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
      }
      if (commonCount && !options.oneChangePerToken) {
        basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
      basePath.oldPos = oldPos;
      return newPos;
    }
    equals(left, right, options) {
      if (options.comparator) {
        return options.comparator(left, right);
      } else {
        return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
      }
    }
    removeEmpty(array) {
      const ret = [];
      for (let i2 = 0; i2 < array.length; i2++) {
        if (array[i2]) {
          ret.push(array[i2]);
        }
      }
      return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
      return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
      return Array.from(value);
    }
    join(chars) {
      return chars.join("");
    }
    postProcess(changeObjects, options) {
      return changeObjects;
    }
    get useLongestToken() {
      return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
      const components = [];
      let nextComponent;
      while (lastComponent) {
        components.push(lastComponent);
        nextComponent = lastComponent.previousComponent;
        delete lastComponent.previousComponent;
        lastComponent = nextComponent;
      }
      components.reverse();
      const componentLen = components.length;
      let componentPos = 0, newPos = 0, oldPos = 0;
      for (; componentPos < componentLen; componentPos++) {
        const component = components[componentPos];
        if (!component.removed) {
          if (!component.added && this.useLongestToken) {
            let value = newTokens.slice(newPos, newPos + component.count);
            value = value.map(function(value2, i2) {
              const oldValue = oldTokens[oldPos + i2];
              return oldValue.length > value2.length ? oldValue : value2;
            });
            component.value = this.join(value);
          } else {
            component.value = this.join(newTokens.slice(newPos, newPos + component.count));
          }
          newPos += component.count;
          if (!component.added) {
            oldPos += component.count;
          }
        } else {
          component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
          oldPos += component.count;
        }
      }
      return components;
    }
  };

  // ../../../node_modules/diff/libesm/diff/character.js
  var CharacterDiff = class extends Diff {
  };
  var characterDiff = new CharacterDiff();
  function diffChars(oldStr, newStr, options) {
    return characterDiff.diff(oldStr, newStr, options);
  }

  // ../../../node_modules/diff/libesm/diff/array.js
  var ArrayDiff = class extends Diff {
    tokenize(value) {
      return value.slice();
    }
    join(value) {
      return value;
    }
    removeEmpty(value) {
      return value;
    }
  };
  var arrayDiff = new ArrayDiff();
  function diffArrays(oldArr, newArr, options) {
    return arrayDiff.diff(oldArr, newArr, options);
  }

  // src/reading/align.js
  var ALIKE = 0.4;
  function columns(rows) {
    const first = (rows[0] || []).map((item) => [item]);
    return rows.slice(1).reduce(addRow, first);
  }
  function addRow(lined, row, above) {
    const heads = lined.map((column) => column.find((item) => item !== null) || "");
    const next = [];
    let free = [];
    let at = 0;
    for (const { value, added, removed } of diffArrays(heads, row)) {
      const those = added ? value.slice(free.length).map((item) => [...Array(above + 1).fill(null), item]) : value.map((item) => [...lined[at++], removed ? null : item]);
      if (added) for (const [number, column] of free.slice(0, value.length).entries()) column[above + 1] = value[number];
      free = removed ? those : [];
      next.push(...those);
    }
    return next;
  }
  function differing(one, other) {
    const spans = [[], []];
    let [inOne, inOther, shared2] = [0, 0, 0];
    for (const { value, added, removed } of diffChars(one, other)) {
      const { length: length2 } = value;
      if (removed) spans[0].push([inOne, inOne + length2]);
      else if (added) spans[1].push([inOther, inOther + length2]);
      else shared2 += length2;
      if (!added) inOne += length2;
      if (!removed) inOther += length2;
    }
    return shared2 >= ALIKE * Math.max(one.length, other.length) ? spans : null;
  }
  function differences(wordings2) {
    if (wordings2.length !== 2) return wordings2.map(() => null);
    return differing(wordings2[0], wordings2[1]) || [null, null];
  }

  // src/reading/pieces.js
  function pieces(text, marks, from = 0, to = text.length) {
    const cuts = /* @__PURE__ */ new Set([from, to]);
    for (const { start: start2, end } of marks) {
      if (start2 > from && start2 < to) cuts.add(start2);
      if (end > from && end < to) cuts.add(end);
    }
    const at = [...cuts].sort((a2, b) => a2 - b);
    return at.slice(0, -1).map((start2, index) => {
      const end = at[index + 1];
      const over = marks.filter((mark) => mark.start <= start2 && mark.end >= end);
      const last = over.filter((mark) => mark.end === end);
      const names = (some) => new Set(some.map((mark) => mark.kind));
      return { text: text.slice(start2, end), kinds: names(over), ends: names(last) };
    });
  }
  function cellSpans(text, cell3) {
    let start2 = 0;
    return text.split(cell3).map((words2) => {
      const from = start2 + (words2.length - words2.trimStart().length);
      const to = Math.max(from, start2 + words2.trimEnd().length);
      start2 += words2.length + cell3.length;
      return (
        /** @type {Span} */
        [from, to]
      );
    });
  }

  // src/reading/leaf.js
  var MOST_NUMBERS = 2;
  var MOST_IN_WHOLE = 12;
  var SHORT = 3;
  var LONG2 = 20;
  var LISTED = /^\S{2,10}(\s+\S{2,10})+$/;
  function marksIn({ page, finding, by, differs }, clause) {
    const { text } = page.data.clauses[clause];
    const marks = (by.get(clause) || []).flatMap((one) => {
      const spans = one.places.filter((place2) => place2.clause === clause).flatMap((place2) => place2.spans);
      if (one !== finding) return spans.map(([start2, end]) => ({ start: start2, end, kind: (
        /** @type {const} */
        "other"
      ) }));
      return spans.flatMap((span) => ownMarks(text, span, differs));
    });
    const misprints = page.data.proofreading.flatMap((one) => one.clause === clause && one.span ? [one.span] : []);
    return [...marks, ...misprints.map(([start2, end]) => ({ start: start2, end, kind: (
      /** @type {const} */
      "misprint"
    ) }))];
  }
  function ownMarks(text, [start2, end], differs) {
    const letters = (differs.get(text.slice(start2, end)) || []).map(([from, to]) => {
      return { start: start2 + from, end: start2 + to, kind: (
        /** @type {const} */
        "differs"
      ) };
    });
    return [{ start: start2, end, kind: "this" }, ...letters];
  }
  function words(marked, clause, from, to) {
    const { page, differs } = marked;
    const { text } = page.data.clauses[clause];
    return pieces(text, marksIn(marked, clause), from, to).map(({ text: part, kinds: kinds2, ends }) => {
      const sic = ends.has("misprint") ? html`<span class="sic">${`〔${page.both("as_printed").zh}〕`}</span>` : null;
      if (kinds2.has("this")) {
        const isPale = hasLetters(differs) && !kinds2.has("differs");
        return html`<mark class=${isPale ? "pale" : void 0}>${part}</mark>${sic}`;
      }
      if (kinds2.has("other")) return html`<span class="dotted">${part}</span>${sic}`;
      return sic ? html`${part}${sic}` : part;
    });
  }
  function hasLetters(differs) {
    return [...differs.values()].some((letters) => letters !== null);
  }
  function numbersBeside({ page, finding, by, numbers }, clause) {
    const those = by.get(clause) || [];
    const ranked = [...those].sort((a2, b) => (numbers.get(a2) || 0) - (numbers.get(b) || 0));
    const shown = ranked.slice(0, finding ? MOST_NUMBERS : MOST_IN_WHOLE);
    const rest = ranked.length - shown.length;
    return html`<span class="numbers">
    ${shown.map((one) => {
      const number = numbers.get(one) || 0;
      const message = page.text(one.message);
      if (one === finding) return html`<span class="number this" title=${message}>${number}</span>`;
      return html`<button type="button" class="number" title=${message} aria-label=${`${number} ${message}`}
        onClick=${() => readFinding(page, one)}>${number}</button>`;
    })}
    ${rest ? more(page, clause, rest) : null}
  </span>`;
  }
  function more(page, clause, rest) {
    const words2 = `+${rest}`;
    return html`<button type="button" class="more" title=${page.say("in_the_text")} aria-label=${`${words2} ${page.say("in_the_text")}`}
    onClick=${() => readClause(page, clause)}>${words2}</button>`;
  }
  function numbered(finding, by, clauses) {
    const numbers = /* @__PURE__ */ new Map();
    if (finding) numbers.set(finding, 1);
    for (const clause of clauses)
      for (const one of by.get(clause) || []) if (!numbers.has(one)) numbers.set(one, numbers.size + 1);
    return numbers;
  }
  function leafSheet(marked, leaf, clauses) {
    const { page } = marked;
    const { page: label, hits, isTable } = leaf;
    const title = titleOf(page.data.clauses[label]);
    const isNamed = page.lang === "zh" && title.startsWith(label);
    return html`<section class=${classes("leaf", isTable && "table")} key=${label} tabindex="0" aria-label=${labelOf(page, label)}>
    <header>
      <h3>${isTable || page.lang === "en" ? labelOf(page, label) : page.say("text_page")}</h3>
      ${isTable ? null : html`<span class="where">${page.lang === "zh" ? label : ""}</span>`}
      <span class="where" lang="zh">${isNamed ? title.slice(label.length).trim() : title}</span>
    </header>
    ${isTable ? table(marked, label, clauses, hits) : clauses.map((clause) => paragraph(marked, clause, hits))}
  </section>`;
  }
  function labelOf(page, clause) {
    return page.lang === "zh" ? clause : page.data.clauses[clause].en;
  }
  function paragraph(marked, clause, hits) {
    const { page } = marked;
    const { part, page: of } = page.data.clauses[clause];
    const isHit = hits.has(clause);
    const label = page.text(part) || (of === clause ? labelOf(page, clause) : "");
    return html`<div class=${classes("clause", isHit && "hit")} key=${clause} data-clause=${clause}>
    <div class="margin"><span class="part">${label}</span>${numbersBeside(marked, clause)}</div>
    <p class="words" lang="zh">${words(marked, clause)}</p>
  </div>`;
  }
  function table(marked, label, clauses, hits) {
    const { page } = marked;
    const { data } = page;
    const rows = clauses.filter((clause) => isRow(data, clause));
    const others = clauses.filter((clause) => !isRow(data, clause));
    const headings = data.clauses[label].text.split("\n").map((line) => line.split(data.cell));
    const cells = headings.sort((a2, b) => b.length - a2.length)[0].map((cell3) => cell3.trim());
    const width = Math.max(0, ...rows.map((row) => Math.max(-1, ...data.clauses[row].columns || []) + 1));
    const isSet = width > 0 && cells.length === width;
    const counts = new Set(rows.map((row) => data.clauses[row].text.split(data.cell).length));
    const even = counts.size === 1 && width === 0 ? [...counts][0] : 0;
    return html`${others.map((clause) => clause === label && isSet && !hits.has(clause) ? null : paragraph(marked, clause, hits))}
    <div class="frame"><table lang="zh">
      ${isSet ? html`<thead><tr>${cells.map((cell3) => html`<th scope="col">${cell3}</th>`)}<td class="margin"></td></tr></thead>` : null}
      <tbody>${rows.map((row) => tableRow2(marked, row, hits, isSet ? width : even))}</tbody>
    </table></div>`;
  }
  function tableRow2(marked, clause, hits, width) {
    const { page } = marked;
    const { text, columns: columns2, part } = page.data.clauses[clause];
    const spans = cellSpans(text, page.data.cell);
    const margin = html`<td class="margin"><span class="hidden-words" lang=${page.lang}>${page.text(part)}</span>${numbersBeside(marked, clause)}</td>`;
    const row = (content2) => html`<tr class=${classes("clause", hits.has(clause) && "hit")} key=${clause} data-clause=${clause}>${content2}</tr>`;
    const setting = ([from, to]) => LISTED.test(text.slice(from, to)) ? "items" : to - from > LONG2 ? "long" : to - from > SHORT ? "middling" : void 0;
    if (width && !columns2 && spans.length === width) {
      return row(
        html`${spans.map(([from, to]) => html`<td><div class=${setting([from, to])}>${words(marked, clause, from, to)}</div></td>`)}${margin}`
      );
    }
    if (!width || !columns2) {
      const cells = spans.map(([from, to]) => html`<span class="cell">${words(marked, clause, from, to)}</span>`);
      return row(html`<td colspan=${Math.max(1, width)} class="loose">${cells}</td>${margin}`);
    }
    const set = Array.from({ length: width }, (_2, column) => spans.filter((_3, at) => columns2[at] === column));
    return row(
      html`${set.map(
        (those) => html`<td>${those.map(([from, to]) => html`<div class=${setting([from, to])}>${words(marked, clause, from, to)}</div>`)}</td>`
      )}${margin}`
    );
  }

  // src/reading/pages.js
  var EDGE_PX2 = 10;
  var MIDDLE = 0.4;
  var Pages = class extends x {
    state = { band: (
      /** @type {Band | null} */
      null
    ) };
    /** @type {HTMLElement | null} */
    root = null;
    frame = 0;
    /** @type {ResizeObserver | null} */
    watcher = null;
    componentDidMount() {
      this.watcher = new ResizeObserver(() => this.later());
      if (this.root) this.watcher.observe(this.root);
      this.scrollToHits();
    }
    /** @param {Props} before */
    componentDidUpdate(before) {
      if (before.finding !== this.props.finding) this.scrollToHits();
      else this.later();
    }
    componentWillUnmount() {
      if (this.watcher) this.watcher.disconnect();
      cancelAnimationFrame(this.frame);
    }
    /** Each page shows what was found on it, with something of what stands before. */
    scrollToHits() {
      for (const leaf of this.leaves()) {
        const hit = (
          /** @type {HTMLElement | null} */
          leaf.querySelector(".hit")
        );
        if (!hit) continue;
        const above = hit.getBoundingClientRect().top - leaf.getBoundingClientRect().top + leaf.scrollTop;
        if (above + hit.offsetHeight < leaf.clientHeight) {
          leaf.scrollTop = 0;
          continue;
        }
        const heads = (
          /** @type {NodeListOf<HTMLElement>} */
          leaf.querySelectorAll(":scope > header, thead")
        );
        const covered = [...heads].reduce((sum, head5) => sum + head5.offsetHeight, EDGE_PX2);
        const spare = Math.max(covered, leaf.clientHeight * MIDDLE - hit.offsetHeight / 2);
        leaf.scrollTop = Math.max(0, above - spare);
      }
      this.later();
    }
    leaves() {
      return (
        /** @type {HTMLElement[]} */
        this.root ? [...this.root.querySelectorAll(".leaf")] : []
      );
    }
    later() {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => this.join());
    }
    /** Where the band runs: from what is in sight of the first find on the left to that on the right. */
    join() {
      const band = this.root && bandBetween(this.root, this.leaves());
      const { band: before } = this.state;
      if ((band == null ? void 0 : band.path) !== (before == null ? void 0 : before.path) || (band == null ? void 0 : band.left) !== (before == null ? void 0 : before.left)) this.setState({ band });
    }
    render() {
      const { page, finding } = this.props;
      const { band } = this.state;
      const leaves = leavesOf(page.data, finding);
      const by = findingsByClause(page.data);
      const shown = leaves.map((leaf) => page.state.printing ? nearHits(leaf) : leaf.clauses);
      const numbers = numbered(finding, by, shown.flat());
      const marked = { page, finding, by, numbers, differs: wordings(finding) };
      const count = leaves.length === 1 ? "one" : leaves.length === 2 ? "two" : "many";
      return html`<div class=${`pages ${count}`} ref=${(root) => {
        this.root = root;
      }} onScrollCapture=${() => this.later()}>
      ${leaves.map((leaf, index) => leafSheet(marked, leaf, shown[index]))}
      ${band ? html`<svg class="band" aria-hidden="true" style=${`left: ${band.left}px`} width=${band.width} height=${band.height}>
              <path d=${band.path} />
            </svg>` : null}
    </div>`;
    }
  };
  function wordings({ compared }) {
    const differs = /* @__PURE__ */ new Map();
    for (const { kind, rows } of compared) {
      if (kind !== "words") continue;
      const words2 = rows.map((row) => row.items[0]);
      differences(words2).forEach((letters, index) => {
        if (letters) differs.set(words2[index], letters);
      });
    }
    return differs;
  }
  function bandBetween(root, leaves) {
    const [one, other] = leaves;
    if (!one || !other) return null;
    const [ground, left, right] = [root, one, other].map((element) => element.getBoundingClientRect());
    const width = right.left - left.right;
    if (width <= 0) return null;
    const from = inSight(one, left);
    const to = inSight(other, right);
    if (!from || !to) return null;
    const [a2, b, c2, d2] = [from[0], from[1], to[0], to[1]].map((y2) => Math.round(y2 - ground.top));
    const middle = width / 2;
    const path = `M0 ${a2}C${middle} ${a2} ${middle} ${c2} ${width} ${c2}V${d2}C${middle} ${d2} ${middle} ${b} 0 ${b}Z`;
    return { left: left.right - ground.left, width, height: Math.round(ground.height), path };
  }
  function inSight(leaf, frame) {
    const hit = leaf.querySelector(".hit");
    if (!hit) return null;
    const { top, bottom } = hit.getBoundingClientRect();
    const [from, to] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
    return to > from ? [from, to] : null;
  }

  // src/reading/strip.js
  function strip(page, groups) {
    if (!groups.length) return null;
    return html`<div class="strip">${groups.map((group3) => html`<table><tbody>${rowsOf(page, group3)}</tbody></table>`)}</div>`;
  }
  function rowsOf(page, { kind, rows }) {
    if (kind === "list") return list4(page, rows);
    const letters = kind === "words" ? differences(rows.map((row) => row.items[0])) : [];
    return rows.map(({ clause, items }, index) => {
      const cell3 = kind === "words" ? html`<td lang="zh">${wording(items[0], letters[index])}</td>` : html`<td lang="zh" class="tokens">${items.map((item) => html`<mark>${item}</mark>`)}</td>`;
      return html`<tr>${place(page, clause)}${cell3}</tr>`;
    });
  }
  function list4(page, rows) {
    const lined = columns(rows.map((row) => row.items));
    return rows.map(({ clause, items }, index) => {
      const cells = lined.map((column) => {
        const item = column[index];
        if (item === null) return html`<td class="none">—</td>`;
        const isShared = rows.every((row) => row.items.includes(item));
        return html`<td lang="zh">${isShared ? item : html`<mark>${item}</mark>`}</td>`;
      });
      return html`<tr aria-label=${items.join()}>${place(page, clause)}${cells}</tr>`;
    });
  }
  function wording(words2, letters) {
    if (letters === null) return html`<mark>${words2}</mark>`;
    const marks = letters.map(([start2, end]) => ({ start: start2, end, kind: (
      /** @type {const} */
      "differs"
    ) }));
    return pieces(words2, marks).map(({ text, kinds: kinds2 }) => kinds2.size ? html`<mark>${text}</mark>` : text);
  }
  function place(page, clause) {
    const kind = isRow(page.data, clause) ? labelOf(page, page.data.clauses[clause].page) : page.say("text_page");
    return html`<th scope="row"><span class="kind">${kind}</span>
    <button type="button" class="chip" onClick=${() => showClause(clause)}>${labelOf(page, clause)}</button></th>`;
  }
  function showClause(clause) {
    const shown = document.querySelectorAll("#yz-reading [data-clause]");
    const one = [...shown].find((element) => element.dataset.clause === clause);
    if (one) one.scrollIntoView({ block: "center" });
  }

  // src/reading/whole.js
  var Whole = class extends x {
    componentDidMount() {
      this.goThere();
    }
    /** The clause in the text, and its entry in the contents. */
    goThere() {
      showClause(this.props.clause);
      const entry3 = document.querySelector("#yz-reading .open-clause.open");
      if (entry3) entry3.scrollIntoView({ block: "nearest" });
    }
    /** The text is long, and other things change the state often. @param {Props} next */
    shouldComponentUpdate(next) {
      const { clause, lang, printing: printing2 } = this.props;
      return next.clause !== clause || next.lang !== lang || next.printing !== printing2;
    }
    /** @param {Props} before */
    componentDidUpdate(before) {
      if (before.clause !== this.props.clause) this.goThere();
    }
    render() {
      const { page, clause } = this.props;
      const leaves = allLeaves(page.data);
      const by = findingsByClause(page.data);
      const numbers = numbered(null, by, page.data.clause_order);
      const marked = { page, finding: null, by, numbers, differs: /* @__PURE__ */ new Map() };
      const hits = /* @__PURE__ */ new Set([clause]);
      const here = page.data.clauses[clause].page;
      return html`<div class="whole">
      <nav class="contents" aria-label=${page.say("contents")}><ul>
        ${leaves.map(({ page: label, clauses }) => {
        const count = new Set(clauses.flatMap((one) => by.get(one) || [])).size;
        const isHere = label === here;
        return html`<li key=${label}><button type="button" class=${classes("open-clause", isHere && "open")}
            aria-current=${isHere ? "true" : null} onClick=${() => readClause(page, label)}>
            <span class="grow">${entry2(page, label)}</span>${count ? html`<span class="flag">${count}</span>` : null}
          </button></li>`;
      })}
      </ul></nav>
      <section class="leaf" tabindex="0" aria-label=${page.say("whole_text")}>
        ${leaves.map(({ page: label, clauses }) => {
        const hasRows = clauses.some((one) => isRow(page.data, one));
        if (hasRows)
          return html`<h3 class="caption">${labelOf(page, label)}</h3>${table(marked, label, clauses, hits)}`;
        return clauses.map((one) => paragraph(marked, one, hits));
      })}
      </section>
    </div>`;
    }
  };
  function entry2(page, label) {
    const title = titleOf(page.data.clauses[label]);
    const words2 = html`<span lang="zh">${title}</span>`;
    return title.startsWith(label) && page.lang === "zh" ? words2 : html`<span class="meta">${labelOf(page, label)}</span> ${words2}`;
  }

  // src/reading/sheet.js
  function readingSheet(page) {
    const { notice: notice2 } = page.state;
    return html`${notice2 ? html`<p class="notice" role="status">${page.text(notice2.words)}</p>` : null}${content(page)}`;
  }
  function content(page) {
    const [first] = page.data.clause_order;
    const finding = chosenFinding(page);
    const clause = page.state.clause || (finding ? null : first || null);
    if (clause !== null) {
      const { lang, printing: printing2 } = page.state;
      return html`<div class="reading"><header class="finding-head"><div class="grow">
        <h2 tabindex="-1">${page.say("whole_text")}</h2><p class="meta">${page.say("whole_text_note")}</p>
      </div></header>
      <${Whole} page=${page} clause=${clause} lang=${lang} printing=${printing2} /></div>`;
    }
    if (!finding)
      return html`<div class="reading"><p class="empty">${page.say("findings_none")} ${page.say("no_text")}</p></div>`;
    const count = leavesOf(page.data, finding).length;
    const key = `${finding.rule} ${finding.key}`;
    return html`<div class=${`reading ${count > 2 ? "long" : ""}`} key=${key}>
    ${head3(page, finding)}
    ${strip(page, finding.compared)}
    ${count ? html`<${Pages} page=${page} finding=${finding} />` : html`<p class="empty">${page.say("no_passage")}</p>`}
    ${count ? legend2(page) : null}
  </div>`;
  }
  function legend2(page) {
    return html`<footer class="reading-key">
    <span><mark>${page.say("key_yellow")}</mark> ${page.say("key_marked")}</span>
    <span><span class="dotted">${page.say("key_dotted")}</span> ${page.say("key_others")}</span>
    <span><span class="number this">1</span> ${page.say("key_this")}</span>
    <span><span class="number">2</span> ${page.say("key_numbers")}</span>
    <span class="grow end">${page.say("unchanged")}</span>
  </footer>`;
  }

  // src/views/findings.js
  function findings2(page) {
    return {
      title: page.both("review"),
      layout: "reading",
      layers: {},
      narrowed() {
        const rule = ruleNamed(page, page.state.rule);
        return rule ? page.text(rule.title) : "";
      },
      sheet: () => readingSheet(page),
      list: () => null,
      legend: () => [],
      style: () => null,
      label: () => ""
    };
  }

  // src/elements/matrix.js
  function matrix(page) {
    const { data } = page;
    const zones = data.zones.map(({ key, zone_id, colour, shortest, short }) => {
      return { key, id: zone_id, colour, name: page.text(data.zone_kinds.length ? short : shortest) };
    });
    const industries2 = data.industries.map(({ key }) => ({ key, id: key, name: page.text(data.subjects[key].name) }));
    const cells = /* @__PURE__ */ new Map();
    for (const { key, zones: listed2 } of data.industries) {
      for (const one of listed2) cells.set(`${key} ${one.zone_id}`, one);
    }
    const isLong = zones.length > industries2.length;
    const [rows, columns2] = isLong ? [zones, industries2] : [industries2, zones];
    const listedIn = (row, column) => cells.get(isLong ? `${column.id} ${row.id}` : `${row.id} ${column.id}`);
    return html`<div class="matrix" role="region" tabindex="0" aria-label=${page.say("matrix")}><table>
    <thead><tr><td></td>${columns2.map((column) => head4(page, column))}</tr></thead>
    <tbody>${rows.map(
      (row) => html`<tr key=${row.key} class=${classes("row", page.state.opened === row.key && "open")}
        onClick=${() => page.open(row.key)}>
        <th scope="row">${named(page, row)}</th>
        ${columns2.map((column) => cell2(page, listedIn(row, column), (isLong ? row : column).colour || ""))}
      </tr>`
    )}</tbody>
  </table></div>`;
  }
  function head4(page, column) {
    return html`<th scope="col" key=${column.key} onClick=${() => page.open(column.key)}>${named(page, column)}</th>`;
  }
  function named(page, { key, name }) {
    return html`<button type="button" title=${page.text(page.data.subjects[key].name)}>${name}</button>`;
  }
  var SIDE = 16;
  function cell2(page, listed2, fill) {
    if (!listed2) return html`<td></td>`;
    const { text, table: table2 } = listed2;
    const words2 = page.say(text && table2 ? "listed_both" : text ? "listed_text" : "listed_table");
    const upperLeft = `M1 1H${SIDE - 1}L1 ${SIDE - 1}Z`;
    const lowerRight = `M${SIDE - 1} ${SIDE - 1}H1L${SIDE - 1} 1Z`;
    return html`<td><svg width=${SIDE} height=${SIDE} role="img" aria-label=${words2}>
    <rect x="1" y="1" width=${SIDE - 2} height=${SIDE - 2} fill=${text && table2 ? fill : "none"} stroke=${fill} />
    ${text && !table2 ? html`<path d=${upperLeft} fill=${fill} />` : null}
    ${table2 && !text ? html`<path d=${lowerRight} fill=${fill} />` : null}
  </svg></td>`;
  }

  // src/views/industries.js
  var MOST_NAMED = 4;
  function industries(page) {
    const { data } = page;
    if (!data.industries.length && !data.order.industry) return null;
    function picked() {
      var _a;
      return ((_a = page.subject(page.state.opened)) == null ? void 0 : _a.zones) || null;
    }
    function shortName(zoneId) {
      const zone = data.zones.find((one) => one.zone_id === zoneId);
      return zone ? page.text(zone.shortest) : zoneId;
    }
    function stampButton({ key, zones }) {
      const zoneIds = zones.map((zone) => zone.zone_id);
      const isShared = zones.length > 1;
      return html`<button key=${key} type="button" class=${classes("stamp-button", page.state.opened === key && "open")}
      data-key=${key} onClick=${() => page.open(key)}>
      ${data.bases.length ? stamp(page, zoneIds, isShared, "") : null}
      <span class="name">${page.text(data.subjects[key].name)}</span>
      <span class="meta">${isShared ? `${zones.length} ${page.say("zones_lead")}` : shortName(zoneIds[0])}</span>
    </button>`;
    }
    function stamps(title, shown) {
      if (!shown.length) return null;
      return html`<h2>${counted(page.say(title), shown.length)}</h2>
      <div class="stamps">${shown.map(stampButton)}</div>`;
    }
    function others() {
      const keys = (data.order.industry || []).filter((key) => {
        var _a;
        return !((_a = data.subjects[key].zones) == null ? void 0 : _a.length);
      });
      if (!keys.length) return null;
      const title = counted(page.say("industries_prose"), keys.length);
      return fold(page, "yz-other-industries", title, linkList(page, keys));
    }
    return {
      title: { zh: "产业", en: "Industries" },
      layout: "map",
      layers: { zones: true, parks: false, projects: false, places: false },
      list: () => html`${stamps(
        "industries_shared",
        data.industries.filter((industry) => industry.zones.length > 1)
      )}
      ${stamps(
        "industries_single",
        data.industries.filter((industry) => industry.zones.length === 1)
      )}
      ${data.industries.length ? html`<h2>${page.say("matrix")}</h2>
            ${matrix(page)}
            <p class="meta">${page.say("matrix_note")}</p>` : null}
      ${others()}`,
      legend: () => [...kinds(page), ...outlines(page), ...shared(page)],
      style(key, subject) {
        if (subject.kind !== "zone") return null;
        const leads = picked();
        const id = key.slice("zone:".length);
        if (!leads) return { fillOpacity: 0.4 };
        if (!leads.includes(id)) return { fillOpacity: 0, opacity: 0.35 };
        return leads.length > 1 ? { fillColor: `url(#yz-hatch-${id})`, fillOpacity: 1 } : { fillOpacity: 0.6 };
      },
      label(zone) {
        const names = page.text(zone.leading).split(page.lang === "zh" ? "、" : ", ");
        if (picked()) return "";
        if (names.length <= MOST_NAMED) return names;
        return [...names.slice(0, MOST_NAMED - 1), page.say("and_so_on").replace("%d", String(names.length))];
      }
    };
  }

  // src/elements/recovery.js
  function recovery(page) {
    const { recovered_mu } = page.data.land;
    const invented = page.invented();
    return html`${target(page)}
    ${invented ? html`<p class="empty">${invented}</p>` : null}
    ${recovered_mu === null ? note(page.say("no_ledger")) : html`${progress(page, recovered_mu)}${byZone(page)}`}`;
  }
  function target(page) {
    const { target_mu, target_key } = page.data.land;
    if (target_mu === null) return null;
    const chart = bar2([{ value: target_mu, colour: "var(--ink)" }], target_mu);
    const figure = page.numbers.mu(target_mu);
    return figureRow({ name: page.say("target"), figure, chart, open: () => page.open(target_key) });
  }
  function progress(page, recovered) {
    const { numbers, say } = page;
    const { land: land2 } = page.data;
    const underWay = land2.under_way_mu || 0;
    const colour = page.theme.tint(land2.colour);
    const parts = [
      { value: recovered, colour },
      { value: underWay, colour, pale: true }
    ];
    const most = largest([land2.target_mu || 0, recovered + underWay]);
    const share = land2.target_mu ? ` · ${numbers.percent(recovered / land2.target_mu)}` : "";
    const chart = bar2(parts, most, { name: say("recovered"), mark: land2.target_mu || void 0 });
    const asOf = land2.as_of ? ` · ${say("as_of")} ${land2.as_of}` : "";
    const rest = `${say("identified")} ${numbers.mu(land2.identified_mu || 0)}`;
    return html`${figureRow({ name: say("recovered"), figure: numbers.mu(recovered) + share, chart })}
    <p class="meta">${`${say("under_way")} ${numbers.mu(underWay)} · ${rest}${asOf}`}</p>
    <p class="meta">${say(land2.target_mu ? "bars_target" : "bars")}</p>`;
  }
  function byZone(page) {
    const rows = page.data.land.by_zone;
    const most = largest(rows.map((row) => row.recovered_mu + row.under_way_mu));
    return rows.map((row) => {
      const zone = page.data.zones.find((one) => one.zone_id === row.zone_id);
      const colour = zone ? zone.colour : "var(--ink3)";
      const parts = [
        { value: row.recovered_mu, colour },
        { value: row.under_way_mu, colour, pale: true }
      ];
      return figureRow({
        name: zone ? page.text(page.data.subjects[zone.key].name) + page.text(zone.inner) : page.say("outside_zones"),
        figure: page.numbers.mu(row.recovered_mu),
        chart: bar2(parts, most),
        open: zone ? () => page.open(zone.key) : null
      });
    });
  }

  // src/views/land.js
  var QUIET = "var(--ink3)";
  var UNKNOWN_SITE_MU = 40;
  function radius2(mu) {
    return 4 + 0.6 * Math.sqrt(mu || UNKNOWN_SITE_MU);
  }
  function land(page) {
    const { data, numbers } = page;
    const figures = data.land;
    const hasUsable = figures.zones.some((row) => row.usable_km2 !== null);
    const wantsLand = data.projects.some((project2) => project2.new_land_mu !== null);
    const reuses = figures.identified_keys.length > 0 || figures.silent_keys.length > 0;
    const recovers = figures.target_mu !== null || figures.recovered_mu !== null || reuses;
    if (!hasUsable && !wantsLand && !recovers) return null;
    const byKey = new Map(data.projects.map((project2) => [project2.key, project2]));
    function bars(column, print, extra) {
      const most = largest([...figures.zones.map((row) => row[column] || 0), ...extra.map((one) => one.value || 0)]);
      const rows = figures.zones.map((row) => {
        const { key, colour, inner } = (
          /** @type {Zone} */
          data.zones.find((zone) => zone.zone_id === row.zone_id)
        );
        const value = row[column];
        const chart = value === null ? null : bar2([{ value, colour }], most);
        const name = page.text(data.subjects[key].name) + (column === "new_land_mu" ? page.text(inner) : "");
        return figureRow({ name, figure: value === null ? "—" : print(value), chart, open: () => page.open(key) });
      });
      const others = extra.map(({ name, value }) => {
        const chart = value === null ? null : bar2([{ value, colour: QUIET }], most);
        return figureRow({ name, figure: value === null ? "—" : print(value), chart });
      });
      return [...rows, ...others];
    }
    function identified() {
      if (!reuses) return null;
      const value = figures.identified_in_plan_mu;
      const chart = value === null ? null : bar2([{ value, colour: QUIET }], figures.target_mu || value);
      const figure = value === null ? "—" : numbers.mu(value);
      return html`${figureRow({ name: page.say("identified_in_plan"), figure, chart })}
      ${linkList(page, figures.identified_keys)}
      ${figures.silent_keys.length ? html`<p class="meta">${page.say("identified_silent")}</p>${linkList(page, figures.silent_keys)}` : null}`;
    }
    function newLand2() {
      if (!wantsLand) return null;
      const nowhere = data.projects.some((project2) => !project2.located);
      const elsewhere = nowhere ? [{ name: page.say("unlocated"), value: figures.new_land_unlocated_mu }] : [];
      const outside3 = { name: page.say("outside_zones"), value: figures.new_land_outside_mu };
      if (outside3.value) elsewhere.push(outside3);
      if (data.projects.some(({ zone_id, zone_ids }) => zone_id === null && zone_ids.length)) {
        elsewhere.unshift({ name: page.say("across_zones"), value: figures.new_land_across_mu });
      }
      return html`<h2>${`${page.say("new_land")} ${numbers.mu(figures.new_land_mu || 0)}`}</h2>
      ${bars("new_land_mu", numbers.mu, elsewhere)}
      <p class="meta">${page.say("new_land_note")}</p>`;
    }
    return {
      title: { zh: "土地", en: "Land" },
      layout: "map",
      layers: { zones: true, parks: false, projects: true, places: false },
      list: () => html`${recovers ? html`<h2>${page.say("recovery")}</h2>${recovery(page)}${identified()}` : null}
      ${hasUsable ? html`<h2>${page.say("usable")}</h2>${bars("usable_km2", numbers.km2, [])}` : null}
      ${newLand2()}`,
      legend: () => [
        wantsLand && newLand(page),
        reuses && reuse(page),
        ...wantsLand || reuses ? projects(page) : [],
        ...kinds(page),
        ...outlines(page)
      ],
      style(key, subject, base) {
        if (subject.kind === "zone") return { fillOpacity: base.fillOpacity && 0.3 };
        const project2 = byKey.get(key);
        if (!project2) return null;
        const { reuses_land, new_land_mu } = project2;
        if (reuses_land) return { radius: radius2(new_land_mu), fillOpacity: 0, weight: 3, opacity: 1 };
        return new_land_mu ? { radius: radius2(new_land_mu) } : { opacity: 0, fillOpacity: 0 };
      },
      label(zone) {
        const row = figures.zones.find((one) => one.zone_id === zone.zone_id);
        const area2 = page.text(zone.area);
        return (row == null ? void 0 : row.new_land_mu) ? [area2, `${page.say("new_short")} ${numbers.mu(row.new_land_mu)}`] : [area2];
      }
    };
  }

  // src/elements/lists.js
  var PARK_LISTS = ["listed_table", "listed_text", "listed_both"];
  function keysOf(page, kind) {
    return page.data.order[kind] || [];
  }
  function parks(page) {
    const { subjects } = page.data;
    const keys = keysOf(page, "park");
    if (!keys.length) return null;
    function zoneName(key) {
      const zone = subjects[`zone:${subjects[key].zone_id}`];
      return zone ? page.text(zone.name) : "";
    }
    const content2 = PARK_LISTS.map((title) => {
      const listed2 = keys.filter((key) => `listed_${subjects[key].listed_in}` === title);
      if (!listed2.length) return null;
      return html`<h3>${counted(page.say(title), listed2.length)}</h3>${linkList(page, listed2, zoneName)}`;
    });
    return fold(page, "yz-parks", counted(page.say("parks"), keys.length), content2, true);
  }
  function unlocated(page) {
    const { subjects } = page.data;
    const lost = (kind) => keysOf(page, kind).filter((key) => subjects[key].unlocated);
    const noteOf = (key) => page.text(subjects[key].note || { zh: "", en: "" });
    const projects3 = lost("project");
    const gone = lost("park");
    if (!projects3.length && !gone.length) return null;
    const content2 = html`<p class="meta">${page.say("unlocated_note")}</p>
    ${linkList(page, projects3, noteOf)}
    ${gone.length && projects3.length ? html`<h3>${counted(page.say("unlocated_parks"), gone.length)}</h3>` : null}
    ${linkList(page, gone, noteOf)}`;
    const title = projects3.length ? counted(page.say("unlocated"), projects3.length) : counted(page.say("unlocated_parks"), gone.length);
    return fold(page, "yz-unlocated", title, content2, true);
  }

  // src/views/overview.js
  function overview(page) {
    const { data } = page;
    function missing() {
      if (!data.missing.length) return null;
      return html`<h2>${page.say("missing")}</h2>
      ${data.missing.map((gap) => html`<p class="empty">${page.text(gap)}</p>`)}`;
    }
    function totals() {
      if (!data.overview.length) return null;
      return html`<div class="overview">
      ${data.overview.map(
        ({ key, number, unit }) => html`<button type="button" onClick=${() => page.open(key)}>
          <span class="number">${page.text(number)}</span><span class="unit">${page.text(unit)}</span>
        </button>`
      )}
    </div>`;
    }
    function zoneRow({ key, depth, colour, share, flags, area: area2, project_count, by_owner, inner }) {
      const fill = { background: colour, width: `${100 * (share || 0)}%` };
      const said = [
        page.text(area2),
        data.projects.length ? `${page.numbers.projects(project_count)}${page.text(inner)}${page.text(by_owner)}` : ""
      ];
      const inside = depth ? { paddingLeft: `${depth}em` } : null;
      return html`<button key=${key} type="button" style=${inside} class=${classes("zone-row", page.state.opened === key && "open")}
      data-key=${key} onClick=${() => page.open(key)}>
      <span class="name">
        ${dot(colour)}<span>${page.text(data.subjects[key].name)}</span>
        ${flags ? html`<span class="flag">${`⚑ ${flags}`}</span>` : null}
      </span>
      ${share === null ? null : html`<span class="bar"><span style=${fill}></span></span>`}
      <span class="meta">${said.filter(Boolean).join(" · ")}</span>
    </button>`;
    }
    function listed2(kind, note2) {
      const keys = data.order[kind] || [];
      if (!keys.length) return null;
      const title = (
        /** @type {TextKey} */
        `${kind}s`
      );
      return fold(page, `yz-${kind}s`, counted(page.say(title), keys.length), linkList(page, keys, note2));
    }
    const noteOf = (key) => page.text(data.subjects[key].note || { zh: "", en: "" });
    return {
      title: { zh: "总览", en: "Overview" },
      layout: "map",
      layers: { zones: true, parks: true, projects: true, places: true },
      list: () => html`${totals()}
      ${missing()}
      ${data.zones.length ? html`<h2>${page.say("zones")}</h2>` : null}
      ${data.zones.map(zoneRow)}
      ${unlocated(page)}
      ${parks(page)}
      ${listed2("target", noteOf)}
      ${listed2("owner", noteOf)}
      ${listed2("cluster")}`,
      legend: () => {
        var _a;
        return [
          ...kinds(page),
          ...outlines(page),
          ...projects(page, project),
          ((_a = data.order.park) == null ? void 0 : _a.some((key) => !data.subjects[key].unlocated)) && park(page),
          data.zones.some((zone) => zone.flags) && flag(page)
        ];
      },
      style: () => null,
      label: (zone) => page.text(zone.area)
    };
  }

  // src/views/parcels.js
  function parcels(page) {
    const ledger = page.data.parcels;
    if (!ledger && !page.parcels) return null;
    function counts() {
      if (!ledger) return null;
      const most = largest(ledger.by_status.map((row) => row.mu));
      return ledger.by_status.map(({ status, mu, count, colour }) => {
        const swatch = page.theme.tint(colour);
        return figureRow({
          name: page.say(status),
          figure: page.numbers.mu(mu),
          chart: bar2([{ value: mu, colour: swatch }], most),
          swatch,
          note: page.numbers.parcels(count)
        });
      });
    }
    return {
      title: page.both("parcels"),
      layout: "map",
      layers: { zones: true, parks: false, projects: false, places: false, parcels: true },
      list() {
        if (!ledger) return null;
        const title = page.lang === "zh" ? `${page.say("parcels")} ` : "";
        const invented = page.invented();
        return html`<h2>${title + page.numbers.parcels(ledger.count)}</h2>
        ${invented ? html`<p class="empty">${invented}</p>` : null}
        ${counts()}
        <p class="meta hint">${page.say("parcels_how")}</p>`;
      },
      legend: () => [
        page.parcels && html`<li ref=${(row) => {
          var _a;
          return (_a = page.parcels) == null ? void 0 : _a.putLegend(row);
        }}></li>`,
        ...outlines(page)
      ],
      style: (_key, subject) => subject.kind === "zone" ? { fillOpacity: 0.04 } : null,
      label: (zone) => page.text(zone.area)
    };
  }

  // src/state/filter.js
  function isWanted({ chosen }, project2) {
    return chosen === null || project2.class === chosen;
  }

  // src/views/projects.js
  var REST = "var(--ink3)";
  function projects2(page) {
    const { data } = page;
    if (!data.projects.length) return null;
    const groups = new Map(data.classes.map((group3) => [group3.name.zh, group3]));
    const byKey = new Map(data.projects.map((project2) => [project2.key, project2]));
    function className(name) {
      const group3 = groups.get(name);
      return group3 ? page.text(group3.name) : name;
    }
    const colour = (project2) => page.theme.variable(project2.class ? "--ink" : "--ink3");
    function classRow(group3, most) {
      const name = group3.name.zh;
      const isChosen = page.state.chosen === name;
      const fill = REST;
      const content2 = html`<span class="name">
        ${dot(fill)}<span class="grow">${page.text(group3.name)}</span>
        <span class="figure">${page.numbers.money(group3.investment)}</span>
      </span>
      ${bar2([{ value: group3.investment || 0, colour: fill }], most)}
      <span class="meta">${[page.numbers.projects(group3.count), page.text(group3.beside)].filter(Boolean).join(page.lang === "zh" ? "，" : ", ")}</span>`;
      const attributes = {
        key: name,
        "data-row": name,
        "aria-pressed": String(isChosen),
        onClick: () => page.store.change({ chosen: isChosen ? null : name })
      };
      return choiceRow(attributes, content2, "class-row", false);
    }
    function projectRow(project2, most) {
      const { key } = project2;
      const { name } = data.subjects[key];
      const said = [project2.owner, className(project2.class)].filter(Boolean).join(" · ");
      const value = project2.investment || 0;
      const content2 = html`<span class="name">
        <span class="grow">${page.text(name)}</span><span class="figure">${page.numbers.investment(project2)}</span>
      </span>
      ${bar2([{ value, colour: colour(project2), pale: project2.weak }], most)}
      <span class="meta">${said}</span>`;
      const attributes = { key, "data-key": key, onClick: () => page.open(key) };
      return choiceRow(attributes, content2, "project-row", page.state.opened === key);
    }
    function heading(title, shown) {
      const invested = page.numbers.invested(shown);
      return html`<h2>${`${counted(page.say(title), shown.length)} · ${invested}`}</h2>`;
    }
    function byOwner(shown) {
      const weak = shown.filter((project2) => project2.weak);
      if (!weak.length) return null;
      const invested = page.numbers.invested(weak);
      const counts = `${page.numbers.projects(weak.length)} · ${invested}`;
      return html`<p class="meta" id="yz-by-owner">${`${page.say("by_owner")}${counts}`}</p>`;
    }
    function chosenName() {
      return page.state.chosen === null ? "" : className(page.state.chosen);
    }
    return {
      title: { zh: "项目", en: "Projects" },
      layout: "map",
      layers: { zones: true, parks: false, projects: true, places: true },
      keys: () => (data.order.project || []).filter((key) => isWanted(
        page.state,
        /** @type {Project} */
        byKey.get(key)
      )),
      narrowed: chosenName,
      list() {
        const most = Math.max(...data.classes.map((group3) => group3.investment || 0), 1);
        const largest2 = Math.max(...data.projects.map((project2) => project2.investment || 0), 1);
        const shown = data.projects.filter((project2) => isWanted(page.state, project2));
        const here = shown.filter((project2) => project2.located);
        const nowhere = shown.filter((project2) => !project2.located);
        return html`<h2>${page.say("classes")}</h2>
        <p class="meta hint">${page.say("classes_note")}</p>
        ${data.classes.map((group3) => classRow(group3, most))}
        ${here.length ? heading("located", here) : null}
        ${byOwner(here)}
        ${here.map((project2) => projectRow(project2, largest2))}
        ${nowhere.length ? html`<section class="unlocated" id="yz-unlocated">
              ${heading("unlocated", nowhere)}
              <p class="meta">${page.say("unlocated_note")}</p>
              ${nowhere.map((project2) => projectRow(project2, largest2))}
            </section>` : null}`;
      },
      legend: () => [narrowed(page), ...projects(page, sizes), ...outlines(page)],
      style(key, subject, base) {
        const quiet = page.theme.quiet();
        if (subject.kind === "zone") return { color: quiet, fillColor: quiet, fillOpacity: base.fillOpacity && 0.08 };
        const project2 = byKey.get(key);
        if (!project2) return null;
        const isShown = isWanted(page.state, project2);
        const own = colour(project2);
        return {
          color: own,
          fillColor: own,
          opacity: isShown ? 1 : 0.12,
          fillOpacity: isShown ? base.fillOpacity : 0.05
        };
      },
      label(zone) {
        if (page.state.chosen === null) return page.numbers.projects(zone.project_count);
        const isHere = (project2) => project2.zone_id && project2.zone_ids.includes(zone.zone_id);
        const shown = data.projects.filter((project2) => isHere(project2) && isWanted(page.state, project2));
        return page.numbers.projects(shown.length);
      }
    };
  }

  // src/views/views.js
  var VIEWS = { overview, industries, projects: projects2, land, findings: findings2, parcels };

  // src/words/numbers.js
  function grouped(value, digits) {
    const rounded = digits === void 0 ? +value.toPrecision(10) : +value.toFixed(digits);
    const [whole, decimals] = String(rounded).split(".");
    const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return decimals ? `${groups}.${decimals}` : groups;
  }
  var SMALL_SUM = 0.01;
  function makeNumbers(page) {
    const chinese = () => page.lang === "zh";
    return {
      grouped,
      /** @param {number | null} value in 亿元 */
      money(value) {
        if (value === null) return "—";
        if (value > 0 && value < SMALL_SUM)
          return chinese() ? `${grouped(value * 1e4)} 万元` : `CNY ${grouped(value * 1e8)}`;
        return chinese() ? `${grouped(value)} 亿元` : `${grouped(value * page.data.units.m_yuan_per_100m)} m yuan`;
      },
      /** What a project invests, as printed. @param {Invested} project */
      investment({ investment, printed }) {
        return printed ? printed[page.lang] : this.money(investment);
      },
      /** Sums of foreign money. @param {Invested[]} projects */
      foreign(projects3) {
        const { currencies } = page.data.units;
        const sums = {};
        for (const { foreign, foreign_value } of projects3) {
          if (foreign === null || foreign_value === null) continue;
          const { first, in_first } = currencies[foreign];
          sums[first] = (sums[first] || 0) + foreign_value * in_first;
        }
        const told = Object.entries(sums).map(([unit, value]) => {
          const { scale, before, after } = currencies[unit];
          return chinese() ? `${grouped(value)} ${unit}` : `${before} ${grouped(value * scale)} ${after}`.trim();
        });
        return told.join(chinese() ? "、" : ", ");
      },
      /** The sum of what is known in yuan, and what it does not tell. @param {Invested[]} projects */
      invested(projects3) {
        const known = projects3.flatMap(({ investment }) => investment ?? []);
        const isStated = projects3.some(({ investment, printed }) => printed || investment !== null);
        const notes = isStated ? this.untold(projects3) : [];
        const total = known.length || !projects3.length ? this.money(known.reduce((sum, value) => sum + value, 0)) : "—";
        if (!notes.length) return total;
        return chinese() ? `${total}（${notes.join("，")}）` : `${total} (${notes.join(", ")})`;
      },
      /** What a sum in yuan does not tell of its projects, as `project_money.remark` words it. @param {Invested[]} projects */
      untold(projects3) {
        const count = (is) => projects3.filter(is).length;
        const ranges = count(({ investment, is_range }) => is_range && investment !== null);
        const foreign = count((project2) => project2.foreign !== null);
        const bare = count(({ printed, investment, foreign: foreign2 }) => printed && investment === null && foreign2 === null);
        const silent = count(({ printed, investment }) => !printed && investment === null);
        const sums = this.foreign(projects3);
        const isSum = projects3.some(({ investment }) => investment !== null);
        const [other, more2] = isSum ? ["另 ", " more"] : ["", ""];
        const said = [
          [ranges, `其中 ${ranges} 个按区间下限计`, `of which ${ranges} by the lower end of a range`],
          [foreign, `${other}${foreign} 个以外币计：${sums}`, `${foreign}${more2} in foreign money: ${sums}`],
          [bare, `${other}${bare} 个未载单位`, `${bare}${more2} without a unit`],
          [silent, `${other}${silent} 个未载`, `${silent}${more2} not stated`]
        ];
        return said.filter(([number]) => number).map(([, zh, en]) => chinese() ? zh : en);
      },
      /** @param {number} value */
      mu: (value) => grouped(value, 2) + (chinese() ? " 亩" : " mu"),
      /** @param {number} value */
      km2: (value) => grouped(value) + (chinese() ? " 平方公里" : " km²"),
      /** @param {number} share */
      percent: (share) => `${grouped(100 * share, 1)}%`,
      /** @param {number} value */
      metres(value) {
        const far = value >= 1e3;
        const unit = chinese() ? far ? " 公里" : " 米" : far ? " km" : " m";
        return grouped(far ? value / 1e3 : value, far ? 3 : 1) + unit;
      },
      /** @param {number} count */
      projects: (count) => count + (chinese() ? " 个项目" : count === 1 ? " project" : " projects"),
      /** @param {number} count */
      parcels: (count) => grouped(count) + (chinese() ? " 宗" : count === 1 ? " parcel" : " parcels")
    };
  }

  // src/words/words.js
  function makeWords(data, state) {
    function text(both) {
      return both[state().lang];
    }
    function say(key) {
      return text(TEXTS[key]);
    }
    return {
      text,
      say,
      /** @param {TextKey} key @returns {Both} */
      both: (key) => TEXTS[key],
      /** A text that only plans with schematic outlines need. @param {TextKey} key */
      ifSchematic: (key) => data.bases.includes("schematic") ? say(key) + text(data.schematic) : "",
      /** The sources to be named on every print and picture, and that dashed outlines are schematic. */
      credits() {
        const { attributions, sources: sources2 } = data.sources;
        const named2 = attributions.map(text).join(state().lang === "zh" ? "、" : ", ");
        const origin = named2 ? say("attributed") + named2 : sources2.length ? "" : say("no_sources");
        const outlines3 = data.bases.includes("schematic") ? say("places_schematic") : "";
        return [origin, outlines3].filter(Boolean).join(this.semicolon());
      },
      /** The notice that every view, print and picture of an invented ledger must carry. */
      invented: () => data.land.invented_note ? say("invented") : "",
      /** Words in brackets, as the language has them. @param {string} words */
      bracketed: (words2) => state().lang === "zh" ? `（${words2}）` : ` (${words2})`,
      /** Between parts of a sentence. */
      semicolon: () => state().lang === "zh" ? "；" : "; "
    };
  }

  // src/page.js
  var WIDE = "(min-width: 861px)";
  function makePage(leaflet, layers, tiles) {
    const data = JSON.parse(byId("yz-data").textContent || "");
    const viewLayers = {};
    const shown = { places: true, uncertainty: false };
    const first = firstState({
      lang: data.lang,
      theme: keptTheme(),
      systemDark: systemDark.matches,
      shown,
      tiandituKey: keptKey(),
      wide: window.matchMedia(WIDE).matches
    });
    const store = createStore(first, settleWith(viewLayers));
    const base = {
      data,
      leaflet,
      layers,
      tiles,
      store,
      views: (
        /** @type {Record<string, View>} */
        {}
      ),
      get state() {
        return store.get();
      },
      get lang() {
        return store.get().lang;
      },
      get view() {
        return this.views[store.get().view];
      },
      /** @param {Key | null} key */
      subject(key) {
        if (key === null) return null;
        if (hasOwn(data.subjects, key)) return data.subjects[key];
        const { parcels: parcels2 } = store.get();
        return hasOwn(parcels2, key) ? parcels2[key] : null;
      },
      /** @param {Key | null} key */
      open(key) {
        const from = store.get().opened;
        store.change({ opened: key });
        focusOn(from);
      }
    };
    const page = (
      /** @type {Page} */
      Object.assign(base, makeWords(data, store.get))
    );
    page.numbers = makeNumbers(page);
    page.theme = makeTheme(page);
    page.parcels = makeParcelLayer(page);
    for (const [name, view] of Object.entries(VIEWS)) {
      const shownView = view(page);
      if (!shownView) continue;
      page.views[name] = shownView;
      viewLayers[name] = { parcels: false, ...shownView.layers };
    }
    const present = Object.keys(layers).map((name) => [name, leaflet.hasLayer(layers[name])]);
    const all = { ...shown, ...Object.fromEntries(present) };
    store.change({ shown: shownIn(all, viewLayers[first.view]) });
    page.measure = makeMeasure(page);
    page.map = makeMap(page);
    page.basemaps = makeBasemaps(page);
    page.search = makeSearchBox(page);
    page.download = makeDownload(page);
    page.print = makePrint(page);
    page.picture = makePicture(page);
    return page;
  }
  function focusOn(from) {
    const title = byId("yz-panel").querySelector("h2");
    const rows = document.querySelectorAll("#yz-list [data-key]");
    const row = [...rows].find((one) => one.dataset.key === from);
    if (title) title.focus({ preventScroll: true });
    else if (from) (row || byId("yz-list")).focus({ preventScroll: true });
  }
  function listenToKeys(page) {
    byId("yz-skip").addEventListener("click", () => byId("yz-list").focus());
    byId("yz-lang").addEventListener("click", () => page.store.change({ lang: page.lang === "zh" ? "en" : "zh" }));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || page.state.dialog) return;
      if (page.state.measure.mode) page.measure.stop();
      else if (page.state.opened) page.open(null);
    });
  }
  function start(leaflet, layers, tiles) {
    byId("yz-map").appendChild(leaflet.getContainer());
    leaflet.invalidateSize({ animate: false });
    const page = makePage(leaflet, layers, tiles);
    const whole = makeDocument(page);
    const ornaments = makeOrnaments(page);
    const address = followAddress(page);
    function draw() {
      whole.draw();
      if (page.parcels) page.parcels.recolour();
      drawParts(page);
    }
    draw();
    whole.fitLegend();
    page.map.start();
    ornaments.draw();
    page.map.resized();
    page.store.subscribe((state, before) => {
      draw();
      whole.follow(state, before);
      page.measure.follow(state, before);
      page.basemaps.follow(state, before);
      page.map.follow(state, before);
      ornaments.follow(state, before);
      page.search.follow(state, before);
    });
    listenToFolds(page);
    listenToKeys(page);
    address.follow();
    window.yzgeo.page = page;
    window.yzgeo.ready = true;
  }

  // src/main.js
  window.yzgeo = { ready: false };
  window.yzStart = start;
})();
