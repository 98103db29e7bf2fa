/* Holds htm 3.1.1 (Apache-2.0), preact 11.2.0 (MIT), see NOTICE.md of yzgeo. */
"use strict";
(() => {
  // ../../../node_modules/preact/dist/preact.mjs
  var n;
  var t;
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
  function k(n3, t4, r3) {
    var u3, i3, f3, o3 = {}, e3 = arguments.length;
    for (f3 in t4) "key" == f3 ? u3 = t4[f3] : "ref" == f3 && "function" != typeof n3 ? i3 = t4[f3] : o3[f3] = t4[f3];
    return e3 > 2 && (o3.children = e3 > 3 ? d.call(arguments, 2) : r3), m(n3, o3, u3, i3, null);
  }
  function m(r3, u3, i3, f3, o3) {
    var e3 = { type: r3, props: u3, key: i3, ref: f3, __k: null, __: null, __b: 0, __e: null, __c: null, constructor: h, __v: o3 || ++t, __i: -1, __u: 0 };
    return !o3 && n.vnode && n.vnode(e3), e3;
  }
  function $(n3) {
    return n3.children;
  }
  function x(n3, t4) {
    this.props = n3, this.context = t4, this.__g = 0;
  }
  function S(n3, t4) {
    if (null == t4) return n3.__ && S(n3.__, n3.__i + 1);
    for (var r3; t4 < n3.__k.length; t4++) if ((r3 = n3.__k[t4]) && r3.__e) return r3.__e;
    return "function" != typeof n3.type || n3.props.__P ? null : S(n3);
  }
  function C(t4) {
    var r3, u3 = t4.__v, i3 = u3.__e, f3 = [], o3 = [], e3 = t4.__P;
    e3 && ((r3 = _({ constructor: h }, u3)).__v = u3.__v + 1, n.vnode && n.vnode(r3), z(e3, r3, u3, t4.__n, e3.namespaceURI, 32 & u3.__u ? [i3] : null, f3, i3 || S(u3), 32 & u3.__u, o3), r3.__v = u3.__v, r3.__.__k[r3.__i] = r3, E(f3, r3, o3), u3.__ = u3.__e = null, r3.__e != i3 && j(r3));
  }
  function j(n3) {
    if ((n3 = n3.__) && n3.__c && !n3.props.__P) return n3.__e = null, n3.__k.some(function(t4) {
      return t4 && (n3.__e = t4.__e);
    }), j(n3);
  }
  function L2(t4) {
    (8 & t4.__g || (t4.__g |= 8, u.push(t4), f++)) && i == n.debounceRendering || ((i = n.debounceRendering) || queueMicrotask)(H);
  }
  function H() {
    try {
      for (var n3, t4 = 1; u.length; ) u.length > t4 && u.sort(o), n3 = u.shift(), t4 = u.length, 8 & n3.__g && C(n3);
    } finally {
      (f = u.length) && (i || queueMicrotask)(H);
    }
  }
  function I(n3, t4, r3, u3, i3, f3, o3, e3, l3, c3, a3) {
    var s3, h3, v3, w2, d3, _3, g3 = u3.__k || y, k3 = t4.length;
    for (l3 = q(r3, t4, g3, l3, k3), s3 = 0; s3 < k3; s3++) null != (v3 = r3.__k[s3]) && (h3 = ~v3.__i && g3[v3.__i] || p, v3.__i = s3, _3 = z(n3, v3, h3, i3, f3, o3, e3, l3, c3, a3), w2 = v3.__e, (h3.ref != v3.ref || 8 & h3.__u) && (h3.ref && G(h3.ref, null, v3, h3), v3.ref && a3.push(v3.ref, v3.__c || w2, v3)), d3 = d3 || w2, 4 & v3.__u ? (l3 = A(v3, l3, n3, !h3.__v), h3.__e && (h3.__e = null)) : "function" == typeof v3.type && void 0 !== _3 ? l3 = _3 : w2 && (l3 = w2.nextSibling), v3.__u &= -21);
    return r3.__e = d3, l3;
  }
  function q(n3, t4, r3, u3, i3) {
    var f3, o3, e3, l3, c3, a3, s3, p3, y3, v3 = r3.length, d3 = v3, _3 = 0, g3 = 0, k3 = n3.__k = Array(i3);
    for (f3 = 0; f3 < i3; f3++) null != (o3 = t4[f3]) && "boolean" != typeof o3 && "function" != typeof o3 ? ("object" != typeof o3 || o3.constructor === String ? o3 = k3[f3] = m(null, o3) : w(o3) ? o3 = k3[f3] = m($, { children: o3 }) : o3.constructor === h && o3.__b ? o3 = k3[f3] = m(o3.type, o3.props, o3.key, o3.ref, o3.__v) : k3[f3] = o3, l3 = f3 + _3, o3.__ = n3, o3.__b = n3.__b + 1, e3 = null, ~(c3 = o3.__i = P(o3, r3, l3, d3)) && (d3--, (e3 = r3[c3]) && (e3.__u |= 2)), e3 && e3.__v ? (o3.__u |= 16, c3 == l3 - 1 ? _3-- : c3 == l3 + 1 ? _3++ : c3 != l3 && (c3 > l3 ? _3-- : _3++, g3 = 1)) : (~c3 || (i3 > v3 ? _3-- : i3 < v3 && _3++), "function" != typeof o3.type && (o3.__u |= 4))) : k3[f3] = null;
    if (g3) {
      for (a3 = [], s3 = [], f3 = 0; f3 < i3; f3++) if ((o3 = k3[f3]) && 16 & o3.__u) {
        for (_3 = 0, p3 = a3.length; _3 < p3; ) a3[y3 = _3 + p3 >> 1] < o3.__i ? _3 = y3 + 1 : p3 = y3;
        a3[_3] = o3.__i, s3[f3] = _3 + 1;
      }
      for (_3 = a3.length; f3--; ) s3[f3] && (s3[f3] == _3 ? _3-- : k3[f3].__u |= 4);
    }
    if (d3) for (f3 = 0; f3 < v3; f3++) !(e3 = r3[f3]) || 2 & e3.__u || (e3.__e == u3 && (u3 = S(e3)), J(e3, e3));
    return u3;
  }
  function A(n3, t4, r3, u3) {
    var i3, f3, o3, e3;
    if ("function" == typeof n3.type) {
      if (n3.props.__P) return t4;
      if (i3 = n3.__k) for (f3 = 0; f3 < i3.length; f3++) i3[f3] && (i3[f3].__ = n3, t4 = A(i3[f3], t4, r3, false));
      return t4;
    }
    for (t4 && !t4.parentNode && (t4 = S(n3)) && !t4.parentNode && (t4 = null), o3 = n3.__e, e3 = t4; e3 && 8 == e3.nodeType; ) e3 = e3.nextSibling;
    for (o3 != e3 && (!u3 && r3.moveBefore && o3.parentNode ? r3.moveBefore(o3, t4) : r3.insertBefore(o3, t4 || null)), t4 = o3; (t4 = t4 && t4.nextSibling) && 8 == t4.nodeType && !t4.data.startsWith("$s"); ) ;
    return t4;
  }
  function P(n3, t4, r3, u3) {
    var i3, f3 = n3.key, o3 = n3.type, e3 = t4[r3], l3 = e3 && !(2 & e3.__u);
    if (null === e3 && null == f3 || l3 && f3 == e3.key && o3 == e3.type) return r3;
    if (u3 > (l3 ? 1 : 0)) {
      for (i3 = r3 - 1; i3 >= 0; i3--) if ((e3 = t4[i3]) && !(2 & e3.__u) && f3 == e3.key && o3 == e3.type) return i3;
      for (i3 = r3 + 1; i3 < t4.length; i3++) if ((e3 = t4[i3]) && !(2 & e3.__u) && f3 == e3.key && o3 == e3.type) return i3;
    }
    return -1;
  }
  function T(n3, t4, r3) {
    null == r3 && (r3 = ""), "-" == t4[0] ? n3.setProperty(t4, r3) : n3[t4] = r3;
  }
  function N(n3, t4, r3, u3, i3) {
    var f3, o3;
    if ("style" == t4) if ("string" == typeof r3) n3.style.cssText = r3;
    else {
      if ("string" == typeof u3 && (n3.style.cssText = u3 = ""), u3) for (t4 in u3) r3 && t4 in r3 || T(n3.style, t4);
      if (r3) for (t4 in r3) u3 && r3[t4] == u3[t4] || T(n3.style, t4, r3[t4]);
    }
    else if ("o" == t4[0] && "n" == t4[1]) "function" != typeof r3 && (r3 = null), "function" != typeof u3 && (u3 = null), (n3.__e || (n3.__e = {}))[t4] = r3, r3 && u3 || (o3 = a[t4] || (a[t4] = V(t4)), (n3.__a || (n3.__a = {}))[t4] = c, f3 = t4 != (t4 = t4.replace(l, "$1")), (t4 = t4.slice(2))[0] < "a" && (t4 = t4.toLowerCase()), r3 ? n3.addEventListener(t4, o3, f3) : n3.removeEventListener(t4, o3, f3));
    else {
      if ("http://www.w3.org/2000/svg" == i3) t4 = t4.replace(/xlink(H|:h)/, "h").replace(/sName$/, "s");
      else if ("width" != t4 && "height" != t4 && "href" != t4 && "list" != t4 && "form" != t4 && "tabIndex" != t4 && "download" != t4 && "rowSpan" != t4 && "colSpan" != t4 && "role" != t4 && "popover" != t4 && t4 in n3) try {
        return void (n3[t4] = null == r3 ? "" : r3);
      } catch (n4) {
      }
      if ("function" == typeof r3) return;
      null == r3 || false === r3 && "-" != t4[4] ? n3.removeAttribute(t4) : n3.setAttribute(t4, "popover" == t4 && 1 == r3 ? "" : r3);
    }
  }
  function V(t4) {
    return function(r3) {
      var u3 = this.__e;
      if (u3) {
        if (u3 = u3[t4], null == r3[e]) r3[e] = c++;
        else if (r3[e] < this.__a[t4]) return;
        return u3(n.event ? n.event(r3) : r3);
      }
    };
  }
  function z(t4, r3, u3, i3, f3, o3, e3, l3, c3, a3) {
    var s3, p3, v3, d3, k3, b, m3, M, C3, j2, L3, H2, q2, A4, O, P2, T2, N2, V2 = r3.type;
    if (r3.constructor !== h) return null;
    128 & u3.__u && (c3 = 32 & u3.__u, s3 = u3.__c.__z) && (r3.__u |= c3, p3 = o3 = [], 8 == s3.nodeType ? l3 = B(s3, o3) : o3.push(s3), l3 = o3[0] || l3), (s3 = n.__b) && s3(r3);
    n: if ("function" == typeof V2) {
      v3 = e3.length;
      try {
        if (M = r3.props, C3 = (s3 = V2.prototype) && s3.render, j2 = (s3 = V2.contextType) && i3[s3.__c], L3 = s3 ? j2 ? j2.props.value : s3.__ : i3, (d3 = u3.__c) ? (r3.__c = d3, 2 & d3.__g && (d3.__g |= 1)) : (C3 ? r3.__c = d3 = new V2(M, L3) : (r3.__c = d3 = new x(M, L3), d3.constructor = V2, d3.render = K), j2 && j2.sub(d3), d3.state || (d3.state = {}), d3.__n = i3, d3.__g |= 8, d3.__h = [], d3.__k = []), C3 && (d3.__s || (d3.__s = d3.state), V2.getDerivedStateFromProps && (d3.__s == d3.state && (d3.__s = _({}, d3.__s)), _(d3.__s, V2.getDerivedStateFromProps(M, d3.__s)))), k3 = d3.props, b = d3.state, d3.__v = r3, u3.__c) {
          if (M !== k3 && C3 && !V2.getDerivedStateFromProps && d3.componentWillReceiveProps && d3.componentWillReceiveProps(M, L3), r3.__v == u3.__v && !(8 & d3.__g) || !(4 & d3.__g) && d3.shouldComponentUpdate && false === d3.shouldComponentUpdate(M, d3.__s, L3)) {
            r3.__v != u3.__v && (d3.props = M, d3.state = d3.__s, d3.__g &= -9), r3.__e = u3.__e, r3.__k = u3.__k, r3.__k.some(function(n3) {
              n3 && (n3.__ = r3);
            }), y.push.apply(d3.__h, d3.__k), d3.__k = [], d3.__h.length && e3.push(d3), l3 = S(u3);
            break n;
          }
          d3.componentWillUpdate && d3.componentWillUpdate(M, d3.__s, L3), C3 && d3.componentDidUpdate && d3.__h.push(function() {
            d3.componentDidUpdate(k3, b, m3);
          });
        } else C3 && !V2.getDerivedStateFromProps && d3.componentWillMount && d3.componentWillMount(), C3 && d3.componentDidMount && d3.__h.push(d3.componentDidMount);
        d3.context = L3, d3.props = M, d3.__P = t4, d3.__g &= -5, H2 = n.__r, q2 = C3 ? 25 : 0;
        do {
          d3.__g &= -9, H2 && H2(r3), s3 = d3.render(d3.props, d3.state = d3.__s, d3.context);
        } while (8 & d3.__g && ++q2 < 25);
        C3 && (y.push.apply(d3.__h, d3.__k), d3.__k = []), d3.state = d3.__s, d3.getChildContext && (i3 = _({}, i3, d3.getChildContext())), C3 && u3.__c && d3.getSnapshotBeforeUpdate && (m3 = d3.getSnapshotBeforeUpdate(k3, b)), A4 = s3 && s3.type === $ && null == s3.key ? s3.props.children : s3, M.__P && (s3 = l3, f3 = (t4 = M.__P).namespaceURI, c3 = o3 = null, u3.props && u3.props.__P != t4 && (u3.__k.some(function(n3) {
          n3 && J(n3, n3);
        }), u3.__k = null), l3 = u3.__k ? S(u3, 0) : null), l3 = I(t4, w(A4) ? A4 : [A4], r3, u3, i3, f3, o3, e3, l3, c3, a3), M.__P && (r3.__e = null, l3 = s3), r3.__u &= -161, p3 && p3.some(g), d3.__h.length && e3.push(d3), 1 & d3.__g && (d3.__g &= -4);
      } catch (t5) {
        if (e3.length = v3, r3.__v = null, c3 || o3) if (t5 && t5.then) {
          if (r3.__u |= 128 | c3, o3) {
            for (~(T2 = o3.indexOf(l3 || void 0)) || (T2 = o3.length); (N2 = o3[T2 - 1]) && 8 == N2.nodeType; ) T2--;
            for (; T2 < o3.length; T2++) if (N2 = o3[T2]) if (o3[T2] = null, O) {
              if (N2 == P2) break;
            } else {
              if (8 != N2.nodeType) break;
              N2.data.startsWith("$s") && (P2 = B(O = N2));
            }
          }
          if (!O) {
            for (; l3 && 8 == l3.nodeType && l3.nextSibling; ) l3 = l3.nextSibling;
            O = l3;
          }
          (s3 = B(O = r3.__c.__z || (r3.__c.__z = O))) ? (r3.__e = O, l3 = s3) : r3.__e = l3, l3 = l3 && l3.nextSibling;
        } else o3 && o3.some(g);
        else r3.__e = u3.__e;
        r3.__k || (r3.__k = u3.__k || []), t5 && t5.then || D(r3), n.__e(t5, r3, u3);
      }
    } else l3 = r3.__e = F(u3.__e, r3, u3, i3, f3, o3, e3, c3, a3, t4);
    return (s3 = n.diffed) && s3(r3), l3;
  }
  function B(n3, t4) {
    if (n3 && 8 == n3.nodeType && n3.data.startsWith("$s")) for (var r3 = 1; n3 = n3.nextSibling; ) {
      if (8 == n3.nodeType) {
        if (n3.data.startsWith("$s")) r3++;
        else if (n3.data.startsWith("/$s") && !--r3) return n3;
      }
      t4 && t4.push(n3);
    }
  }
  function D(n3) {
    n3 && (n3.__c && (n3.__c.__g |= 4), n3.__k && n3.__k.some(D));
  }
  function E(t4, r3, u3) {
    for (var i3 = 0; i3 < u3.length; ) G(u3[i3++], u3[i3++], u3[i3++]);
    n.__c && n.__c(r3, t4), t4.some(function(r4) {
      try {
        t4 = r4.__h, r4.__h = [], t4.some(function(n3) {
          n3.call(r4);
        });
      } catch (t5) {
        n.__e(t5, r4.__v);
      }
    });
  }
  function F(t4, r3, u3, i3, f3, o3, e3, l3, c3, a3) {
    var s3, h3, y3, _3, k3, b, m3, M, $2 = u3.props || p, x2 = r3.props, C3 = r3.type;
    if ("svg" == C3 ? f3 = "http://www.w3.org/2000/svg" : "math" == C3 ? f3 = "http://www.w3.org/1998/Math/MathML" : f3 || (f3 = "http://www.w3.org/1999/xhtml"), o3) {
      for (s3 = 0; s3 < o3.length; s3++) if ((k3 = o3[s3]) && (C3 ? k3.localName == C3 : 3 == k3.nodeType)) {
        t4 = k3, o3[s3] = null;
        break;
      }
    }
    if (!t4) {
      if (M = a3.ownerDocument || document, !C3) return M.createTextNode(x2);
      t4 = M.createElementNS(f3, C3, x2.is ? x2 : a3), l3 && (n.__m && n.__m(r3, o3), l3 = false), o3 = null;
    }
    if (C3) {
      if (a3 = "template" == C3 && t4.content || t4, o3 = "textarea" == C3 && null != x2.defaultValue ? null : o3 && d.call(a3.childNodes), !l3 && o3) for ($2 = {}, s3 = 0; s3 < t4.attributes.length; s3++) $2[(k3 = t4.attributes[s3]).name] = k3.value;
      for (s3 in $2) k3 = $2[s3], "dangerouslySetInnerHTML" == s3 ? y3 = k3 : "children" == s3 || s3 in x2 || "value" == s3 && "defaultValue" in x2 || "checked" == s3 && "defaultChecked" in x2 || N(t4, s3, null, k3, f3);
      for (s3 in x2) k3 = x2[s3], "children" == s3 ? _3 = k3 : "dangerouslySetInnerHTML" == s3 ? h3 = k3 : "value" == s3 ? b = k3 : "checked" == s3 ? m3 = k3 : l3 && "function" != typeof k3 || $2[s3] === k3 || N(t4, s3, k3, $2[s3], f3);
      h3 ? (l3 || y3 && (h3.__html == y3.__html || h3.__html == t4.innerHTML) || (t4.innerHTML = h3.__html), r3.__k = []) : (y3 && (t4.textContent = ""), ("foreignObject" == C3 || "http://www.w3.org/1998/Math/MathML" == f3 && v.test(C3)) && (f3 = "http://www.w3.org/1999/xhtml"), I(a3, w(_3) ? _3 : [_3], r3, u3, i3, f3, o3, e3, o3 ? o3[0] : u3.__k && S(u3, 0), l3, c3), o3 && o3.some(g)), l3 && "textarea" != C3 || (s3 = "value", "progress" == C3 && null == b ? t4.removeAttribute(s3) : null == b || b === t4[s3] && ("progress" != C3 || b) || N(t4, s3, b, $2[s3], f3), s3 = "checked", null != m3 && m3 != t4[s3] && N(t4, s3, m3, $2[s3], f3));
    } else $2 === x2 || l3 && t4.data == x2 || (t4.data = x2);
    return t4;
  }
  function G(t4, r3, u3, i3) {
    try {
      "function" == typeof t4 ? r3 ? r3.__x = t4(r3) || 1 : i3 && (i3 = i3.__c || i3.__e) && (r3 = i3.__x) && (i3.__x = null, "function" == typeof r3 ? r3() : t4(null)) : t4.current = r3;
    } catch (t5) {
      n.__e(t5, u3);
    }
  }
  function J(t4, r3, u3) {
    var i3, f3, o3, e3;
    if (n.unmount && n.unmount(t4), !(i3 = t4.ref) || i3.current && i3.current != t4.__e || G(i3, null, r3, t4), i3 = t4.__c) {
      if (i3.componentWillUnmount) try {
        i3.componentWillUnmount();
      } catch (t5) {
        n.__e(t5, r3);
      }
      i3.__P = i3.__n = null;
    }
    if (i3 = t4.__k) for (e3 = 0; e3 < i3.length; e3++) i3[e3] && J(i3[e3], r3, "function" != typeof t4.type || u3 && !t4.props.__P);
    !u3 && (i3 = t4.__c) && (i3 = i3.__z) && (f3 = B(i3, o3 = [])) && (i3 == t4.__e && o3.some(g), g(f3), g(i3)), u3 || g(t4.__e), t4.__e = t4.__c = t4.__ = null;
  }
  function K(n3, t4, r3) {
    return this.constructor(n3, r3);
  }
  function Q(t4, r3) {
    var u3, i3, f3, o3;
    n.__ && n.__(t4, r3), 9 == r3.nodeType && (r3 = r3.documentElement), i3 = (u3 = t4 && 32 & t4.__u) ? null : r3.__k, r3.__k = m($, { children: [t4] }), f3 = [], o3 = [], z(r3, r3.__k, i3 || p, p, r3.namespaceURI, i3 ? null : r3.firstChild ? d.call(r3.childNodes) : null, f3, i3 ? i3.__e : r3.firstChild, u3, o3), E(f3, r3.__k, o3), r3.__k.props.children = null;
  }
  n = { __e: function(n3, t4, r3, u3) {
    for (var i3, o3, e3; t4 = t4.__; ) if ((i3 = t4.__c) && !(1 & i3.__g)) {
      i3.__g |= 4;
      try {
        if ((e3 = (o3 = i3.constructor) && o3.getDerivedStateFromError) && i3.setState(o3.getDerivedStateFromError(n3)), i3.componentDidCatch && (i3.componentDidCatch(n3, u3 || {}), e3 = 1), e3 && 8 & i3.__g) return void (i3.__g |= 2);
      } catch (t5) {
        n3 = t5;
      }
    }
    throw f = 0, n3;
  } }, t = 0, r = function(n3) {
    return null != n3 && n3.constructor === h;
  }, x.prototype.setState = function(n3, t4) {
    var r3 = this.__s;
    r3 && r3 != this.state || (r3 = this.__s = _({}, this.state)), "function" == typeof n3 && (n3 = n3(_({}, r3), this.props)), n3 && (_(r3, n3), this.__v && (t4 && this.__k.push(t4), L2(this)));
  }, x.prototype.forceUpdate = function(n3) {
    this.__v && (this.__g |= 4, n3 && this.__h.push(n3), L2(this));
  }, x.prototype.render = $, u = [], f = 0, o = function(n3, t4) {
    return n3.__v.__b - t4.__v.__b;
  }, e = /* @__PURE__ */ Symbol(), l = /(PointerCapture)$|Capture$/i, c = 0, a = {}, s = 0;

  // ../../../node_modules/htm/dist/htm.module.js
  var n2 = function(t4, s3, r3, e3) {
    var u3;
    s3[0] = 0;
    for (var h3 = 1; h3 < s3.length; h3++) {
      var p3 = s3[h3++], a3 = s3[h3] ? (s3[0] |= p3 ? 1 : 2, r3[s3[h3++]]) : s3[++h3];
      3 === p3 ? e3[0] = a3 : 4 === p3 ? e3[1] = Object.assign(e3[1] || {}, a3) : 5 === p3 ? (e3[1] = e3[1] || {})[s3[++h3]] = a3 : 6 === p3 ? e3[1][s3[++h3]] += a3 + "" : p3 ? (u3 = t4.apply(a3, n2(t4, a3, r3, ["", null])), e3.push(u3), a3[0] ? s3[0] |= 2 : (s3[h3 - 2] = 0, s3[h3] = u3)) : e3.push(a3);
    }
    return e3;
  };
  var t2 = /* @__PURE__ */ new Map();
  function htm_module_default(s3) {
    var r3 = t2.get(this);
    return r3 || (r3 = /* @__PURE__ */ new Map(), t2.set(this, r3)), (r3 = n2(this, r3.get(s3) || (r3.set(s3, r3 = (function(n3) {
      for (var t4, s4, r4 = 1, e3 = "", u3 = "", h3 = [0], p3 = function(n4) {
        1 === r4 && (n4 || (e3 = e3.replace(/^\s*\n\s*|\s*\n\s*$/g, ""))) ? h3.push(0, n4, e3) : 3 === r4 && (n4 || e3) ? (h3.push(3, n4, e3), r4 = 2) : 2 === r4 && "..." === e3 && n4 ? h3.push(4, n4, 0) : 2 === r4 && e3 && !n4 ? h3.push(5, 0, true, e3) : r4 >= 5 && ((e3 || !n4 && 5 === r4) && (h3.push(r4, 0, e3, s4), r4 = 6), n4 && (h3.push(r4, n4, 0, s4), r4 = 6)), e3 = "";
      }, a3 = 0; a3 < n3.length; a3++) {
        a3 && (1 === r4 && p3(), p3(a3));
        for (var l3 = 0; l3 < n3[a3].length; l3++) t4 = n3[a3][l3], 1 === r4 ? "<" === t4 ? (p3(), h3 = [h3], r4 = 3) : e3 += t4 : 4 === r4 ? "--" === e3 && ">" === t4 ? (r4 = 1, e3 = "") : e3 = t4 + e3[0] : u3 ? t4 === u3 ? u3 = "" : e3 += t4 : '"' === t4 || "'" === t4 ? u3 = t4 : ">" === t4 ? (p3(), r4 = 1) : r4 && ("=" === t4 ? (r4 = 5, s4 = e3, e3 = "") : "/" === t4 && (r4 < 5 || ">" === n3[a3][l3 + 1]) ? (p3(), 3 === r4 && (h3 = h3[0]), r4 = h3, (h3 = h3[0]).push(2, 0, r4), r4 = 0) : " " === t4 || "	" === t4 || "\n" === t4 || "\r" === t4 ? (p3(), r4 = 2) : e3 += t4), 3 === r4 && "!--" === e3 && (r4 = 4, h3 = h3[0]);
      }
      return p3(), h3;
    })(s3)), r3), arguments, [])).length > 1 ? r3 : r3[0];
  }

  // ../page/src/html.js
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

  // ../page/src/state/store.js
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

  // ../page/src/map/gcj02.js
  var AXIS = 6378245;
  var ECCENTRICITY = 0.006693421622965943;
  var PI = Math.PI;
  function north(x2, y3) {
    let sum = -100 + 2 * x2 + 3 * y3 + 0.2 * y3 * y3 + 0.1 * x2 * y3 + 0.2 * Math.sqrt(Math.abs(x2));
    sum += (20 * Math.sin(6 * x2 * PI) + 20 * Math.sin(2 * x2 * PI)) * 2 / 3;
    sum += (20 * Math.sin(y3 * PI) + 40 * Math.sin(y3 / 3 * PI)) * 2 / 3;
    return sum + (160 * Math.sin(y3 / 12 * PI) + 320 * Math.sin(y3 * PI / 30)) * 2 / 3;
  }
  function east(x2, y3) {
    let sum = 300 + x2 + 2 * y3 + 0.1 * x2 * x2 + 0.1 * x2 * y3 + 0.1 * Math.sqrt(Math.abs(x2));
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
    const y3 = lat - 35;
    const phi = lat / 180 * PI;
    const magic = 1 - ECCENTRICITY * Math.sin(phi) ** 2;
    const root = Math.sqrt(magic);
    return {
      lat: lat + north(x2, y3) * 180 / (AXIS * (1 - ECCENTRICITY) / (magic * root) * PI),
      lon: lon + east(x2, y3) * 180 / (AXIS / root * Math.cos(phi) * PI)
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

  // ../page/src/own.js
  function hasOwn(object, name) {
    return Object.prototype.hasOwnProperty.call(object, name);
  }

  // src/answers.js
  var OUTSIDE = /（区外：(.*)）$/;
  var DECIMALS = 1e6;
  function ownerOf(state, id) {
    if (hasOwn(state.answers, id)) return { id, answer: state.answers[id] };
    const found = Object.entries(state.answers).find(([, answer]) => answer.also.includes(id));
    return found ? { id: found[0], answer: found[1] } : null;
  }
  function isDone(state, id) {
    return hasOwn(state.skipped, id) || ownerOf(state, id) !== null;
  }
  function counted(data, state) {
    const sums = { ...data.counts, set: 0 };
    for (const wanted of data.wanted) {
      if (!ownerOf(state, wanted.id)) continue;
      for (const use of wanted.uses) {
        sums[use.standing] -= 1;
        sums.settled += 1;
        sums.set += 1;
      }
    }
    return sums;
  }
  function namesakes(data, id, name) {
    const part = name.trim();
    if (part.length < 2) return [];
    return data.wanted.filter((wanted) => wanted.id !== id && wanted.name.includes(part));
  }
  var degrees = (value) => String(Math.round(value * DECIMALS) / DECIMALS);
  function rowOf(data, wanted, answer) {
    const others = data.wanted.filter((one) => answer.also.includes(one.id));
    const town = data.places.find((place) => place.place_id === wanted.town && place.town);
    return {
      place_id: wanted.place_id,
      name: answer.name,
      kind: answer.kind,
      town_id: town ? town.place_id : "",
      lon: degrees(answer.lon),
      lat: degrees(answer.lat),
      uncertainty_m: String(answer.uncertainty_m),
      extent_m: answer.extent_m === null ? "" : String(answer.extent_m),
      source: answer.note ? `${answer.source}（区外：${answer.note}）` : answer.source,
      uses: [wanted, ...others].flatMap((one) => one.uses.map((use) => use.key)).join("\n"),
      evidence: answer.evidence,
      plan: data.plan.name
    };
  }
  function rowsOf(data, answers) {
    return data.wanted.filter((wanted) => hasOwn(answers, wanted.id)).map((wanted) => rowOf(data, wanted, answers[wanted.id]));
  }
  function answerOf(data, row2) {
    const keys = (row2.uses || "").split(/\r?\n/).map((key) => key.trim());
    const named = data.wanted.filter((wanted) => wanted.uses.some((use) => keys.includes(use.key)));
    if (!named.length) return null;
    const main = named.find((wanted) => wanted.place_id === row2.place_id) || named[0];
    const outside2 = row2.source.match(OUTSIDE);
    return {
      id: main.id,
      answer: {
        name: row2.name,
        lat: Number(row2.lat),
        lon: Number(row2.lon),
        uncertainty_m: Number(row2.uncertainty_m),
        extent_m: row2.extent_m ? Number(row2.extent_m) : null,
        kind: row2.kind || "",
        source: outside2 ? row2.source.slice(0, outside2.index) : row2.source,
        evidence: row2.evidence || "",
        note: outside2 ? outside2[1] : "",
        also: named.filter((wanted) => wanted !== main).map((wanted) => wanted.id)
      }
    };
  }
  function merged(data, answers, rows) {
    const known = new Set(data.table.rows.map((row2) => row2[data.table.columns.indexOf("place_id")]));
    const added = {};
    const conflicts = {};
    const extra = [];
    let same = 0;
    for (const row2 of rows) {
      const read = answerOf(data, row2);
      if (!read && known.has(row2.place_id)) same += 1;
      else if (!read) extra.push(row2);
      else if (!hasOwn(answers, read.id)) added[read.id] = read.answer;
      else if (JSON.stringify(answers[read.id]) !== JSON.stringify(read.answer)) conflicts[read.id] = read.answer;
    }
    return { added, conflicts, extra, same };
  }
  function unsaved(state) {
    const ids = /* @__PURE__ */ new Set([...Object.keys(state.answers), ...Object.keys(state.saved)]);
    return [...ids].filter(
      (id) => (hasOwn(state.answers, id) ? JSON.stringify(state.answers[id]) : "") !== (state.saved[id] || "")
    ).length;
  }
  function asSaved(answers) {
    return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, JSON.stringify(answer)]));
  }

  // src/reading/coordinates.js
  var WORDS = (
    /** @type {[RegExp, string][]} */
    [
      [/东经|経度|经度|longitude|long|lng|lon/gi, " E "],
      [/西经/g, " W "],
      [/北纬|纬度|緯度|latitude|lat/gi, " N "],
      [/南纬/g, " S "],
      [/度|deg(?:rees)?/gi, "°"],
      [/分|[’‘′`]/g, "'"],
      [/秒|[”“]|''/g, '"'],
      [/[、;/|()[\]{}:=\t\r\n【】]/g, " , "],
      [/[−–—]/g, "-"]
    ]
  );
  var NUMBER = String.raw`(?<![\d.])[+-]?\d+(?:\.\d+)?`;
  var TOKEN = new RegExp(`(${NUMBER})|([EWNS])|(°|'|")|(,)|(\\S)`, "gi");
  var FORMS = (
    /** @type {const} */
    ["degrees", "minutes", "seconds"]
  );
  var DECIMALS2 = 1e6;
  var SIXTY = 60;
  function tokens(text) {
    let plain = text.replace(/[º˚]/g, "°").replace(/´/g, "'").normalize("NFKC");
    for (const [pattern, sign] of WORDS) plain = plain.replace(pattern, sign);
    const found = [];
    for (const [, number, letter, mark2, , other] of plain.matchAll(TOKEN)) {
      if (other) return null;
      const last = found[found.length - 1];
      if (number) found.push({ number: Number(number), mark: "" });
      else if (letter) found.push({ mark: "", letter: letter.toUpperCase() });
      else if (mark2 && (last == null ? void 0 : last.number) !== void 0 && !last.mark) last.mark = mark2;
    }
    return found;
  }
  function degreesOf(numbers) {
    const [whole2, ...rest] = numbers;
    if (!numbers.length || numbers.length > 3 || rest.some((part) => part < 0 || part >= SIXTY)) return null;
    const broken = numbers.slice(0, -1).some((part) => !Number.isInteger(part));
    if (broken) return null;
    const size = rest.reduceRight((sum, part) => (sum + part) / SIXTY, 0) + Math.abs(whole2);
    return whole2 < 0 || Object.is(whole2, -0) ? -size : size;
  }
  function sided(found) {
    var _a;
    const isBefore = ((_a = found[0]) == null ? void 0 : _a.letter) !== void 0;
    return found.flatMap(({ number, mark: mark2 }, at) => {
      var _a2;
      const letter = (_a2 = found[isBefore ? at - 1 : at + 1]) == null ? void 0 : _a2.letter;
      const side = (
        /** @type {Part["side"]} */
        letter || ""
      );
      return number === void 0 ? [] : [{ number, mark: mark2, side, begins: isBefore && side !== "" }];
    });
  }
  function groupsOf(found) {
    const numbers = sided(found);
    const isMarked = numbers.some(({ mark: mark2 }) => mark2 === "°");
    if (!isMarked && numbers.length % 2) return [];
    const groups = [];
    for (const { number, mark: mark2, side, begins } of numbers) {
      const last = groups[groups.length - 1];
      const isFull = isMarked ? mark2 === "°" : (last == null ? void 0 : last.numbers.length) === numbers.length / 2;
      if (!last || begins || isFull) {
        groups.push({ numbers: [number], side });
      } else {
        last.numbers.push(number);
        last.side = side || last.side;
      }
    }
    return groups;
  }
  function partsOf(found) {
    const parts = groupsOf(found || []).map(({ numbers, side }) => ({
      degrees: degreesOf(numbers),
      form: FORMS[numbers.length - 1],
      side
    }));
    return parts.length === 2 && parts.every((part) => part.degrees !== null) ? (
      /** @type {Part[]} */
      parts
    ) : null;
  }
  function signed(part) {
    return part.side === "W" || part.side === "S" ? -Math.abs(part.degrees) : part.degrees;
  }
  var rounded = (value) => Math.round(value * DECIMALS2) / DECIMALS2;
  function readCoordinates(text, near) {
    const found = tokens(text);
    const parts = found && partsOf(found);
    if (!parts) return null;
    const [first, second] = parts;
    const form = first.form === second.form ? first.form : "seconds";
    const isLat = (part) => part.side === "N" || part.side === "S";
    if (first.side || second.side) {
      if (first.side && second.side && isLat(first) === isLat(second)) return null;
      const latFirst = first.side ? isLat(first) : !isLat(second);
      const [lat, lon] = latFirst ? [first, second] : [second, first];
      return checked(signed(lon), signed(lat), "named", form);
    }
    const [a3, b] = [first.degrees, second.degrees];
    const away = (lon, lat) => Math.abs(lat) > 90 ? Infinity : Math.hypot(lon - near[1], lat - near[0]);
    return away(b, a3) < away(a3, b) ? checked(b, a3, "lat_lon", form) : checked(a3, b, "lon_lat", form);
  }
  function checked(lon, lat, order, form) {
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return null;
    return { lon: rounded(lon), lat: rounded(lat), order, form };
  }
  function looksProjected(text) {
    const numbers = (text.normalize("NFKC").match(/\d+(?:\.\d+)?/g) || []).map(Number);
    return numbers.length === 2 && numbers.every((number) => number > 1e3);
  }

  // ../page/src/map/geodesic.js
  var A2 = 6378137;
  var F2 = 1 / 298.257222101;
  var B2 = A2 * (1 - F2);
  var E2 = F2 * (2 - F2);
  var E3 = Math.sqrt(E2);
  var RADIANS = Math.PI / 180;
  function distance(one, other) {
    const u1 = Math.atan((1 - F2) * Math.tan(one[0] * RADIANS));
    const u22 = Math.atan((1 - F2) * Math.tan(other[0] * RADIANS));
    const l3 = (other[1] - one[1]) * RADIANS;
    const sinU1 = Math.sin(u1);
    const cosU1 = Math.cos(u1);
    const sinU2 = Math.sin(u22);
    const cosU2 = Math.cos(u22);
    let lambda = l3;
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
      const c3 = F2 / 16 * cos2Alpha * (4 + F2 * (4 - 3 * cos2Alpha));
      before = lambda;
      lambda = l3 + (1 - c3) * F2 * sinAlpha * (sigma + c3 * sinSigma * (cos2M + c3 * cosSigma * (2 * cos2M * cos2M - 1)));
    } while (Math.abs(lambda - before) > 1e-12 && ++turn < 100);
    const u3 = cos2Alpha * (A2 * A2 - B2 * B2) / (B2 * B2);
    const a3 = 1 + u3 / 16384 * (4096 + u3 * (u3 * (320 - 175 * u3) - 768));
    const b = u3 / 1024 * (256 + u3 * (u3 * (74 - 47 * u3) - 128));
    const delta = b * sinSigma * (cos2M + b / 4 * (cosSigma * (2 * cos2M * cos2M - 1) - b / 6 * cos2M * (4 * sinSigma * sinSigma - 3) * (4 * cos2M * cos2M - 3)));
    return B2 * a3 * (sigma - delta);
  }

  // src/reading/district.js
  function rings(shape) {
    if (!shape) return [];
    return shape.type === "Polygon" ? shape.coordinates : shape.coordinates.flat();
  }
  function isInside(shape, lat, lon) {
    if (!shape) return true;
    let inside = false;
    for (const ring of rings(shape)) {
      for (let i3 = 1; i3 < ring.length; i3++) {
        const [ax, ay] = ring[i3 - 1];
        const [bx, by] = ring[i3];
        if (ay > lat !== by > lat && lon < ax + (bx - ax) * (lat - ay) / (by - ay)) inside = !inside;
      }
    }
    return inside;
  }
  function metresToOutline(shape, lat, lon) {
    const flat = Math.cos(lat * Math.PI / 180);
    let nearest = [lat, lon];
    let least = Infinity;
    for (const ring of rings(shape)) {
      for (let i3 = 1; i3 < ring.length; i3++) {
        const [ax, ay] = [(ring[i3 - 1][0] - lon) * flat, ring[i3 - 1][1] - lat];
        const [bx, by] = [(ring[i3][0] - lon) * flat, ring[i3][1] - lat];
        const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
        const along = length2 ? Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / length2)) : 0;
        const [x2, y3] = [ax + along * (bx - ax), ay + along * (by - ay)];
        if (x2 * x2 + y3 * y3 < least) [least, nearest] = [x2 * x2 + y3 * y3, [lat + y3, lon + x2 / flat]];
      }
    }
    return distance([lat, lon], [nearest[0], nearest[1]]);
  }

  // src/reading/numbers.js
  var STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8];
  var LEAST = 10;
  var MOST = 5e4;
  var KILOMETRE = 1e3;
  function series() {
    const radii = [];
    for (let decade = LEAST; decade <= MOST; decade *= 10) radii.push(...STEPS.map((step) => step * decade));
    return radii.filter((radius) => radius <= MOST);
  }
  var RADII = series();
  function stepped(radius, way) {
    if (way > 0) return RADII.find((step) => step > radius) || RADII[RADII.length - 1];
    return [...RADII].reverse().find((step) => step < radius) || RADII[0];
  }
  function nearestRadius(radius) {
    return RADII.reduce((best, step) => Math.abs(step - radius) < Math.abs(best - radius) ? step : best);
  }
  function length(metres, lang) {
    if (metres < KILOMETRE) return `${Math.round(metres)} ${lang === "zh" ? "米" : "m"}`;
    const kilometres = Number((metres / KILOMETRE).toFixed(metres < 10 * KILOMETRE ? 2 : 1));
    return `${kilometres} ${lang === "zh" ? "公里" : "km"}`;
  }
  function position(lat, lon) {
    return `${Math.abs(lon).toFixed(5)}°${lon < 0 ? "W" : "E"}  ${Math.abs(lat).toFixed(5)}°${lat < 0 ? "S" : "N"}`;
  }
  function metresTyped(typed3) {
    const match = typed3.normalize("NFKC").trim().match(/^(\d+(?:\.\d+)?)\s*(km|公里|千米|m|米)?$/i);
    if (!match) return null;
    const metres = Number(match[1]) * (/km|公里|千米/i.test(match[2] || "") ? KILOMETRE : 1);
    return metres > 0 && metres <= MOST ? metres : null;
  }

  // src/actions.js
  var METRES_A_DEGREE = 111195;
  function emptyDraft(wanted) {
    const nothing = { lat: null, lon: null, uncertainty_m: null, extent_m: null };
    return { ...nothing, name: wanted.name, kind: "", source: "", evidence: "", note: "", also: [], read: "" };
  }
  function lacking(data, wanted, draft) {
    if (draft.lat === null || draft.lon === null || draft.uncertainty_m === null) return "first_point";
    if (!draft.name.trim()) return "first_name";
    if (!draft.source.trim()) return "first_source";
    if (data.kinds.required && !draft.kind.trim()) return "first_kind";
    if (needsEvidence(data, wanted, draft) && !draft.evidence) return "first_evidence";
    if (!isInside(data.district, draft.lat, draft.lon) && !draft.note.trim()) return "first_note";
    return null;
  }
  function needsEvidence(data, wanted, draft) {
    const all = [wanted, ...data.wanted.filter((one) => draft.also.includes(one.id))];
    return all.some((one) => one.uses.some((use) => use.kind === "project"));
  }
  function makeActions(page) {
    const { data, store } = page;
    const middle = (
      /** @type {[number, number]} */
      [
        (data.bounds[0][0] + data.bounds[1][0]) / 2,
        (data.bounds[0][1] + data.bounds[1][1]) / 2
      ]
    );
    const message = (key, tone = "told") => ({ words: page.say(key), tone });
    function withPresent() {
      const { answers, skipped, draft, selected, past } = page.state;
      return [...past, { answers, skipped, draft, selected }];
    }
    function draftOf(id) {
      const { answers } = page.state;
      return hasOwn(answers, id) ? { ...answers[id], read: "" } : emptyDraft(page.wanted[id]);
    }
    function beside(way, ids) {
      const at = ids.indexOf(page.state.selected || "");
      return ids[at < 0 ? way > 0 ? 0 : ids.length - 1 : at + way];
    }
    function nextOpen(state) {
      const ids = data.wanted.map((wanted) => wanted.id);
      const at = ids.indexOf(page.state.selected || "");
      const after = [...ids.slice(at + 1), ...ids.slice(0, at)];
      return after.find((id) => !isDone(state, id)) || null;
    }
    function decide(patch, words) {
      const state = { ...page.state, ...patch };
      const selected = nextOpen(state);
      store.change({
        ...patch,
        past: withPresent(),
        selected,
        draft: selected ? emptyDraft(page.wanted[selected]) : null,
        message: { words, tone: "told" }
      });
    }
    const act = {
      remember: () => store.change({ past: withPresent() }),
      /** @param {string | null} id */
      select(id) {
        store.change({ selected: id, draft: id ? draftOf(id) : null, message: null });
      },
      /** @param {1 | -1} way @param {string[]} shown */
      step(way, shown) {
        const id = beside(way, shown);
        if (id) act.select(id);
      },
      /** @param {Partial<PlaceDraft>} fields */
      change(fields2) {
        const { draft } = page.state;
        if (draft) store.change({ draft: { ...draft, ...fields2 }, message: null });
      },
      /** Sets the point of what is selected. @param {number} lat @param {number} lon @param {string} [read] */
      point(lat, lon, read = "") {
        const { draft } = page.state;
        if (!draft) {
          store.change({ message: message("pick_first", "warned") });
          return;
        }
        const uncertainty_m = draft.uncertainty_m === null ? page.map.usualRadius() : draft.uncertainty_m;
        store.change({ past: withPresent(), draft: { ...draft, lat, lon, uncertainty_m, read }, message: null });
      },
      /** Moves the point by metres. @param {number} north @param {number} east */
      nudge(north2, east2) {
        const { draft } = page.state;
        if (!draft || draft.lat === null || draft.lon === null) return;
        const wide = METRES_A_DEGREE * Math.cos(draft.lat * Math.PI / 180);
        act.point(draft.lat + north2 / METRES_A_DEGREE, draft.lon + east2 / wide);
      },
      /** @param {number} metres */
      radius(metres) {
        if (page.state.draft) store.change({ past: withPresent() });
        act.change({ uncertainty_m: metres });
      },
      /** @param {1 | -1} way */
      stepRadius(way) {
        const { draft } = page.state;
        if (draft == null ? void 0 : draft.uncertainty_m) act.radius(stepped(draft.uncertainty_m, way));
      },
      /** Coordinates as text; whether they were read. @param {string} text @param {boolean} [isShifted] */
      coordinates(text, isShifted = false) {
        const read = readCoordinates(text, middle);
        if (!read) {
          store.change({ message: message(looksProjected(text) ? "projected" : "not_read", "warned") });
          return false;
        }
        const { lat, lon } = isShifted ? toWgs84(read.lat, read.lon) : read;
        const form = page.say(`read_${read.form}`);
        const order = page.say(`read_${read.order}`);
        act.point(lat, lon, page.fill("read", { lon: read.lon, lat: read.lat, form, order }));
        if (page.state.draft) page.map.show(lat, lon);
        return Boolean(page.state.draft);
      },
      confirm() {
        const { selected, draft, answers, skipped } = page.state;
        if (!selected || !draft) return;
        const lack = lacking(data, page.wanted[selected], draft);
        if (lack) {
          store.change({ message: message(lack, "warned") });
          return;
        }
        const { read: _3, ...answer } = draft;
        const others = Object.fromEntries(Object.entries(answers).filter(([id]) => !draft.also.includes(id)));
        const left = Object.fromEntries(
          Object.entries(skipped).filter(([id]) => id !== selected && !draft.also.includes(id))
        );
        const name = draft.name.trim();
        const set = (
          /** @type {PlaceAnswer} */
          {
            ...answer,
            name,
            source: draft.source.trim(),
            note: draft.note.trim()
          }
        );
        decide({ answers: { ...others, [selected]: set }, skipped: left }, page.fill("now_set", { name }));
      },
      skip() {
        const { selected, answers, skipped } = page.state;
        if (!selected) return;
        const { [selected]: _3, ...left } = answers;
        const words = page.fill("now_skipped", { name: page.wanted[selected].name });
        decide({ answers: left, skipped: { ...skipped, [selected]: true } }, words);
      },
      /** Takes an answer back. */
      remove() {
        const { selected, answers } = page.state;
        if (!selected) return;
        const { [selected]: _3, ...left } = answers;
        store.change({ past: withPresent(), answers: left, draft: emptyDraft(page.wanted[selected]), message: null });
      },
      cancel() {
        const { draft, selected } = page.state;
        const isUntouched = !draft || draft.lat === null;
        if (!isUntouched && selected && JSON.stringify(draft) !== JSON.stringify(draftOf(selected))) act.select(selected);
        else act.select(null);
      },
      undo() {
        const { past } = page.state;
        const last = past[past.length - 1];
        if (!last) store.change({ message: message("nothing_to_undo") });
        else store.change({ ...last, past: past.slice(0, -1), message: message("undone") });
      },
      /** Takes the file's answers where they differ, or keeps those given here. @param {boolean} isFile */
      resolve(isFile) {
        const { answers, conflicts } = page.state;
        store.change({
          past: withPresent(),
          answers: isFile ? { ...answers, ...conflicts } : answers,
          conflicts: null,
          message: null
        });
      }
    };
    return act;
  }

  // src/parts/marks.js
  function mark(kind) {
    if (kind === "set") {
      return html`<svg class="yz-mark" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="8" class="full" /><path d="M5 9.2 8 12 13 6.4" class="tick" />
    </svg>`;
    }
    if (kind === "point") {
      return html`<svg class="yz-mark" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="7.5" class="ring" /><circle cx="9" cy="9" r="4" class="full" />
    </svg>`;
    }
    if (kind === "town") {
      return html`<svg class="yz-mark" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="7.5" class="ring dashed" />
    </svg>`;
    }
    return html`<i class="yz-mark yz-hatch" aria-hidden="true"></i>`;
  }
  function keycap(key) {
    return html`<kbd>${key}</kbd>`;
  }

  // src/parts/list.js
  var GROUPS = (
    /** @type {const} */
    ["town", "zone", "park", "project"]
  );
  function shownIds(page) {
    const { filter, status } = page.state;
    const wanted = filter.normalize("NFKC").trim().toLowerCase();
    return page.data.wanted.filter((one) => {
      if (status === "open" && isDone(page.state, one.id) && one.id !== page.state.selected) return false;
      const texts = [one.name, one.owner, ...one.uses.flatMap((use) => [use.name, use.words, use.quote])];
      return !wanted || texts.some((text) => text.normalize("NFKC").toLowerCase().includes(wanted));
    }).map((one) => one.id);
  }
  function notes(page, one) {
    const town = one.town ? page.known[one.town] : null;
    const isOfMixedGroup = one.group === "town";
    const kind = isOfMixedGroup ? page.say(`kind_${one.uses[0].kind}`) : "";
    const used = one.uses.length > 1 ? page.fill("used", { n: one.uses.length }) : kind;
    return [town ? page.text(town.name) : one.owner, used].filter(Boolean).join(" · ");
  }
  function progress(page, one) {
    const { state } = page;
    const owner = ownerOf(state, one.id);
    if (owner && owner.id !== one.id) return page.fill("answered_with", { name: owner.answer.name });
    if (owner) return page.fill("answered", { radius: length(owner.answer.uncertainty_m, state.lang) });
    return hasOwn(state.skipped, one.id) ? page.say("skipped") : null;
  }
  function row(page, one) {
    var _a;
    const { state } = page;
    const done = progress(page, one);
    const isChosen = one.id === state.selected;
    const source = page.text(one.uses[0].source);
    const figure = one.group === "project" && one.amount ? page.text(one.amount) : source;
    const quote = (_a = one.uses.find((use) => use.quote)) == null ? void 0 : _a.quote;
    const sign = ownerOf(state, one.id) ? "set" : one.group === "town" ? "town" : "none";
    return html`<li key=${one.id}>
    <button type="button" class=${classes("yz-row", isChosen && "chosen")} data-id=${one.id}
      aria-current=${isChosen ? "true" : void 0} onClick=${() => choose(page, one.id)}>
      ${mark(sign)}
      <span class="yz-name"><b>${one.name}</b> <small>${notes(page, one)}</small></span>
      <span class="yz-right">${done ? page.say("undoable") : figure}</span>
      <span class=${classes("yz-below", !done && "quote")}>${done || (quote ? `“${quote}”` : source)}</span>
    </button>
  </li>`;
  }
  function choose(page, id) {
    page.store.change({ pane: "map" });
    page.act.select(id);
  }
  function section(page, group, ids) {
    const rows = ids.map((id) => page.wanted[id]).filter((one) => one.group === group);
    if (!rows.length) return null;
    const uses2 = rows.reduce((sum, one) => sum + one.uses.length, 0);
    const order = group === "project" ? "by_money" : "by_use";
    return html`<section key=${group} aria-labelledby=${`yz-group-${group}`}>
    <h3 id=${`yz-group-${group}`}><b>${page.say(`group_${group}`)}</b> ${page.fill("names", { n: rows.length, uses: uses2 })}<span>${page.say(order)}</span></h3>
    <ul>${rows.map((one) => row(page, one))}</ul>
  </section>`;
  }
  function headline(page, sums, skipped) {
    if (skipped) return page.fill("left_done", { n: skipped });
    if (skipped === 0 || sums.none + sums.town === 0) return page.say("left_none");
    return sums.none ? page.fill("left", { n: sums.none }) : page.fill("left_town", { n: sums.town });
  }
  function head(page) {
    const { data, state } = page;
    const sums = counted(data, state);
    const all = sums.settled + sums.town + sums.none;
    const done = data.wanted.filter((one) => isDone(state, one.id)).length;
    const skipped = data.wanted.filter((one) => hasOwn(state.skipped, one.id)).length;
    const title = headline(page, sums, done === data.wanted.length ? skipped : null);
    const share = (part) => `flex-grow:${part}`;
    return html`<div class="yz-head">
    <h2>${title}<span>${page.fill("of_all", { n: all })}</span></h2>
    <div class="yz-progress" aria-hidden="true">
      <i class="set" style=${share(sums.settled)}></i><i class="town" style=${share(sums.town)}></i><i class="none" style=${share(sums.none)}></i>
    </div>
    <p class="yz-sums">
      <span>${page.fill("settled", { n: sums.settled })}</span><span>${page.fill("town_only", { n: sums.town })}</span><span>${page.fill("unknown", { n: sums.none })}</span>
      <span class="end">${page.fill("set_now", { n: sums.set })}</span>
    </p>
    <div class="yz-filter" role="group" aria-label=${page.say("filter")}>
      ${/** @type {const} */
    ["open", "all"].map(
      (status) => html`<button type="button" key=${status} aria-pressed=${String(state.status === status)}
          onClick=${() => page.store.change({ status })}>${page.say(status === "open" ? "open_only" : "all")}</button>`
    )}
      <button type="button" data-tool="undo" disabled=${!state.past.length} onClick=${page.act.undo}>${page.say("undo")} ${keycap("Z")}</button>
      <span role="status">${page.fill("progress", { n: done, all: data.wanted.length })}</span>
    </div>
  </div>`;
  }
  function list(page) {
    const ids = shownIds(page);
    return html`<nav id="yz-list" class="yz-list" tabindex="-1" aria-label=${page.say("filter")}>
    ${head(page)}
    ${GROUPS.map((group) => section(page, group, ids))}
    ${ids.length || !page.data.wanted.length ? null : html`<p class="yz-empty">${page.say("nothing_fits")} <button type="button" onClick=${() => page.store.change({ filter: "", status: "all" })}>${page.say("clear")}</button></p>`}
    ${page.state.extra.length ? html`<p class="yz-empty">${page.fill("extra_rows", { n: page.state.extra.length })}</p>` : null}
  </nav>`;
  }

  // src/keys.js
  var NUDGE_M = 10;
  var FAR_NUDGE_M = 100;
  var SAME = { "【": "[", "】": "]", "「": "[", "」": "]", "、": "/", "／": "/" };
  var ARROWS = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
  function isTyping(target) {
    return target instanceof Element && target.matches("input:not([type=checkbox]):not([type=file]), select, textarea");
  }
  function listenToKeys(page) {
    const { act } = page;
    const keys = {
      n: act.skip,
      z: act.undo,
      "[": () => act.stepRadius(-1),
      "]": () => act.stepRadius(1),
      j: () => act.step(1, shownIds(page)),
      k: () => act.step(-1, shownIds(page)),
      "/": () => (
        /** @type {HTMLElement} */
        document.querySelector("#yz-search").focus()
      )
    };
    function arrow(event) {
      var _a, _b;
      const [north2, east2] = ARROWS[event.key];
      const onMap = event.target instanceof Element && event.target.closest(".leaflet-container");
      const size = event.shiftKey ? FAR_NUDGE_M : NUDGE_M;
      if (onMap && ((_a = page.state.draft) == null ? void 0 : _a.lat) !== null && page.state.draft) act.nudge(north2 * size, east2 * size);
      else if (!onMap && north2) {
        act.step(north2 > 0 ? -1 : 1, shownIds(page));
        (_b = document.querySelector(".yz-row.chosen")) == null ? void 0 : _b.focus();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    }
    function pressed(event) {
      const isCommand = event.ctrlKey || event.metaKey;
      if (event.isComposing) return;
      if (isCommand && event.key.toLowerCase() === "s") {
        event.preventDefault();
        page.file.save();
      } else if (!isCommand && !event.altKey) plain(event);
    }
    function plain(event) {
      if (event.key === "Escape") {
        if (isTyping(event.target)) event.target.blur();
        else act.cancel();
      } else if (isTyping(event.target)) return;
      else if (event.key in ARROWS) arrow(event);
      else if (event.key === "Enter") enter(event);
      else letter(event);
    }
    function letter(event) {
      const key = SAME[event.key] || event.key.normalize("NFKC").toLowerCase();
      if (!Object.keys(keys).includes(key)) return;
      event.preventDefault();
      keys[key]();
    }
    function enter(event) {
      if (event.target instanceof Element && event.target.closest("button, a, summary")) return;
      event.preventDefault();
      act.confirm();
    }
    document.addEventListener("keydown", pressed, true);
  }
  function listenToFiles(page) {
    const holdsFile = (event) => Boolean(event.dataTransfer && [...event.dataTransfer.types].includes("Files"));
    document.addEventListener("dragover", (event) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      document.body.classList.add("yz-dropping");
    });
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) document.body.classList.remove("yz-dropping");
    });
    document.addEventListener("drop", (event) => {
      var _a;
      document.body.classList.remove("yz-dropping");
      if (!holdsFile(event)) return;
      event.preventDefault();
      page.file.open((_a = event.dataTransfer) == null ? void 0 : _a.files[0]);
    });
    document.addEventListener("paste", (event) => {
      var _a;
      if (isTyping(event.target)) return;
      const text = ((_a = event.clipboardData) == null ? void 0 : _a.getData("text/plain")) || "";
      if (!text.trim()) return;
      event.preventDefault();
      if (/place_id/.test(text) && /[\r\n]/.test(text)) page.file.read(text, "—");
      else page.act.coordinates(text);
    });
  }

  // src/map/draft.js
  var HANDLE_ANGLE = 205 * Math.PI / 180;
  var METRES_A_DEGREE2 = 111195;
  function makeDraftMarks(page, map) {
    const before = L.layerGroup().addTo(map);
    const town = L.layerGroup().addTo(map);
    const own = L.layerGroup().addTo(map);
    const renderer = L.svg({ pane: "draft", padding: 1 });
    const look = (className) => ({ pane: "draft", className, interactive: false, renderer });
    function sign(className, words, anchor = [0, 0]) {
      const node = document.createElement("span");
      node.textContent = words;
      return L.divIcon({ className, html: node, iconSize: [0, 0], iconAnchor: anchor });
    }
    function write(at, className, words) {
      return L.marker(at, { icon: sign(`yz-sign ${className}`, words), interactive: false, keyboard: false });
    }
    function handleAt(lat, lon, radius) {
      const degrees2 = radius / METRES_A_DEGREE2;
      const wide = Math.cos(lat * Math.PI / 180);
      return [lat - Math.sin(HANDLE_ANGLE) * degrees2, lon + Math.cos(HANDLE_ANGLE) * degrees2 / wide];
    }
    function drawBefore() {
      before.clearLayers();
      for (const [id, answer] of Object.entries(page.state.answers)) {
        if (id === page.state.selected) continue;
        L.circle([answer.lat, answer.lon], { radius: answer.uncertainty_m, ...look("yz-set-ring") }).addTo(before);
        L.circleMarker([answer.lat, answer.lon], { radius: 4, ...look("yz-set-dot") }).addTo(before);
        write([answer.lat, answer.lon], "yz-set-name", answer.name).addTo(before);
      }
    }
    function drawTown() {
      town.clearLayers();
      const { selected } = page.state;
      const known = selected && page.known[page.wanted[selected].town || ""];
      if (!known) return;
      const at = L.latLng(known.lat, known.lon);
      const name = page.text(known.name);
      const words = known.extent_m ? page.fill("only_town", { town: name, far: length(known.extent_m, page.state.lang) }) : page.fill("only_town_unknown", { town: name });
      if (known.extent_m) {
        const possible = { pane: "possible", className: "yz-possible", interactive: false };
        L.circle(at, { radius: known.extent_m, ...possible, renderer: L.svg({ pane: "possible", padding: 1 }) }).addTo(
          town
        );
        L.circle(at, { radius: known.extent_m, ...look("yz-extent") }).addTo(town);
      }
      if (known.uncertainty_m) L.circle(at, { radius: known.uncertainty_m, ...look("yz-town-error") }).addTo(town);
      L.marker(at, { icon: sign("yz-cross", "+"), interactive: false, keyboard: false }).addTo(town);
      const low = known.extent_m || known.uncertainty_m || 0;
      write([known.lat - low / METRES_A_DEGREE2, known.lon], "yz-town-words", words).addTo(town);
    }
    function drawOwn() {
      own.clearLayers();
      const { draft } = page.state;
      if (!draft || draft.lat === null || draft.lon === null || !draft.uncertainty_m) return;
      const at = L.latLng(draft.lat, draft.lon);
      const ring = L.circle(at, { radius: draft.uncertainty_m, ...look("yz-own-ring") }).addTo(own);
      const dot = L.marker(at, {
        icon: sign("yz-own-dot", ""),
        draggable: true,
        keyboard: false,
        zIndexOffset: 100
      }).addTo(own);
      const words = page.fill("drag_here", { radius: length(draft.uncertainty_m, page.state.lang) });
      const handle = L.marker(handleAt(draft.lat, draft.lon, draft.uncertainty_m), {
        icon: sign("yz-handle", words),
        draggable: true,
        keyboard: false,
        zIndexOffset: 200
      }).addTo(own);
      write(at, "yz-own-name", draft.name).addTo(own);
      dot.on("drag", () => ring.setLatLng(dot.getLatLng()));
      dot.on("dragend", () => page.act.point(dot.getLatLng().lat, dot.getLatLng().lng));
      handle.on("drag", () => ring.setRadius(Math.max(1, at.distanceTo(handle.getLatLng()))));
      handle.on("dragend", () => page.act.radius(Math.max(10, Math.round(at.distanceTo(handle.getLatLng()) / 10) * 10)));
    }
    function boxes() {
      const found = [];
      for (const group of [own, town, before]) {
        group.eachLayer((layer) => {
          var _a;
          const words = layer instanceof L.Marker && ((_a = layer.getElement()) == null ? void 0 : _a.querySelector("span"));
          if (!words || words.textContent === "") return;
          const { x: x2, y: y3 } = map.latLngToLayerPoint(layer.getLatLng());
          const icon = (
            /** @type {HTMLElement} */
            layer.getElement().getBoundingClientRect()
          );
          const box = words.getBoundingClientRect();
          found.push({ x: x2 + box.left - icon.left, y: y3 + box.top - icon.top, width: box.width, height: box.height });
        });
      }
      return found;
    }
    return {
      boxes,
      /** @param {PlacesState} state @param {PlacesState | null} last */
      follow(state, last) {
        const isOther = !last || state.selected !== last.selected || state.lang !== last.lang;
        if (isOther || state.answers !== (last == null ? void 0 : last.answers)) drawBefore();
        if (isOther) drawTown();
        if (isOther || state.draft !== (last == null ? void 0 : last.draft)) drawOwn();
      }
    };
  }

  // src/map/ground.js
  var PANES = (
    /** @type {[string, number][]} */
    [
      ["paper", 210],
      ["ground", 220],
      ["zones", 230],
      ["possible", 240],
      ["outside", 250],
      ["line", 260],
      ["known", 270],
      ["draft", 280]
    ]
  );
  var FAR = 89;
  var ROUND = 30;
  function makePanes(map) {
    for (const [name, order] of PANES) {
      const pane = map.createPane(name);
      pane.style.zIndex = String(order);
      pane.style.pointerEvents = "none";
    }
  }
  function drawGround(map, data) {
    if (!data.district) return;
    const outlines = rings(data.district).map((ring) => ring.map(([lon, lat]) => L.latLng(lat, lon)));
    const [[south, west], [north2, east2]] = data.bounds;
    const world = [
      L.latLng(Math.max(-FAR, south - ROUND), west - ROUND),
      L.latLng(Math.max(-FAR, south - ROUND), east2 + ROUND),
      L.latLng(Math.min(FAR, north2 + ROUND), east2 + ROUND),
      L.latLng(Math.min(FAR, north2 + ROUND), west - ROUND)
    ];
    const add = (shape, pane) => L.polygon(shape, {
      pane,
      className: `yz-${pane}`,
      interactive: false,
      stroke: false,
      renderer: L.svg({ pane, padding: 1 })
    }).addTo(map);
    add(outlines, "paper");
    add([world, ...outlines], "outside");
    for (const name of ["yz-band", "yz-border"]) {
      const renderer = L.svg({ pane: "line", padding: 1 });
      L.polygon(outlines, { pane: "line", className: name, interactive: false, fill: false, renderer }).addTo(map);
    }
  }

  // src/map/known.js
  var ZONE_BLUR = 0.5;
  var MOST_BLUR_PX = 40;
  function drawKnown(page, map, pixels) {
    const { data } = page;
    const zones = data.zones.filter((zone) => zone.geometry).map((zone) => {
      const layer = L.geoJSON(
        /** @type {Shape} */
        zone.geometry,
        {
          pane: "zones",
          interactive: false,
          style: {
            className: zone.official ? "yz-zone official" : "yz-zone",
            color: zone.colour,
            fillColor: zone.colour,
            renderer: L.svg({ pane: "zones", padding: 1 })
          }
        }
      ).addTo(map);
      return { zone, layer };
    });
    const renderer = L.svg({ pane: "known", padding: 1 });
    for (const place of data.places) {
      const at = L.latLng(place.lat, place.lon);
      if (place.uncertainty_m) {
        const look = { pane: "known", className: "yz-error", interactive: false, renderer };
        L.circle(at, { radius: place.uncertainty_m, ...look }).addTo(map);
      }
      L.circleMarker(at, { radius: 3.5, pane: "known", className: "yz-dot", interactive: false, renderer }).addTo(map);
    }
    function soften() {
      for (const { zone, layer } of zones) {
        const [lat] = zone.middle || [0];
        const blur = zone.official ? 0 : Math.min(MOST_BLUR_PX, pixels((zone.uncertainty_m || 0) * ZONE_BLUR, lat));
        layer.eachLayer((shape) => {
          const path = (
            /** @type {SVGElement | undefined} */
            /** @type {L.Path} */
            shape.getElement()
          );
          if (path) path.style.filter = blur > 0.5 ? `blur(${blur.toFixed(1)}px)` : "";
        });
      }
    }
    return { soften };
  }

  // src/map/labels.js
  var MARGIN_PX = 3;
  var DOT_PX = 8;
  function makeLabels(page, map) {
    const pane = map.createPane("names");
    pane.style.zIndex = "620";
    pane.style.pointerEvents = "none";
    let labels = [];
    function add(words, className, at, rank) {
      const node = document.createElement("div");
      node.className = `yz-label ${className}`;
      node.textContent = words;
      pane.appendChild(node);
      labels.push({ node, at: L.latLng(at), isCentred: rank === 0, rank });
      return node;
    }
    function write() {
      for (const { node } of labels) node.remove();
      labels = [];
      for (const zone of page.data.zones) {
        if (!zone.middle) continue;
        const node = add(page.text(zone.name), "yz-zone-name", zone.middle, 0);
        node.style.setProperty("--light", zone.ink.light);
        node.style.setProperty("--dark", zone.ink.dark);
      }
      for (const place of page.data.places) {
        add(page.text(place.name), "yz-place-name", [place.lat, place.lon], place.town ? 1 : 2);
      }
      labels.sort((a3, b) => a3.rank - b.rank);
    }
    function arrange(marks) {
      const taken = [...marks];
      for (const label of labels) {
        const { x: x2, y: y3 } = map.latLngToLayerPoint(label.at);
        const { offsetWidth: width, offsetHeight: height } = label.node;
        const { x: inView } = map.layerPointToContainerPoint([x2, y3]);
        const fits = (side) => inView + side + width <= map.getSize().x;
        const sides = label.isCentred ? [-width / 2] : [DOT_PX, -width - DOT_PX];
        sides.sort((one, other) => Number(fits(other)) - Number(fits(one)));
        const free = sides.map((side) => ({ x: x2 + side, y: y3 - height / 2, width, height })).find((box) => taken.every((other) => !meets(box, other)));
        label.node.style.visibility = free ? "" : "hidden";
        if (!free) continue;
        taken.push(free);
        L.DomUtil.setPosition(label.node, L.point(free.x, free.y).round());
      }
    }
    return { write, arrange };
  }
  function meets(one, other) {
    return one.x < other.x + other.width + MARGIN_PX && other.x < one.x + one.width + MARGIN_PX && one.y < other.y + other.height && other.y < one.y + one.height;
  }

  // src/map/map.js
  var USUAL_RADIUS_PX = 28;
  var TOWN_ZOOM = 12;
  var MOST_ZOOM = 18;
  var AROUND = 4;
  var OUTWARDS = 1.5;
  var METRES_A_DEGREE3 = 111195;
  function makePlacesMap(page, map) {
    const { data } = page;
    const bounds = L.latLngBounds(data.bounds);
    function pixels(metres, lat) {
      const [here, there] = [lat, lat + metres / METRES_A_DEGREE3].map((at) => map.project([at, 0]).y);
      return Math.abs(here - there);
    }
    map.setMaxZoom(MOST_ZOOM);
    makePanes(map);
    drawGround(map, data);
    const known = drawKnown(page, map, pixels);
    const labels = makeLabels(page, map);
    const marks = makeDraftMarks(page, map);
    function cover() {
      const card2 = document.querySelector("#yz-card");
      const stage = map.getContainer().getBoundingClientRect();
      const box = card2 == null ? void 0 : card2.getBoundingClientRect();
      if (!(box == null ? void 0 : box.width)) return { right: 0, bottom: 0 };
      const isSheet = box.width > stage.width * 0.8;
      return isSheet ? { right: 0, bottom: Math.max(0, stage.bottom - box.top) } : { right: stage.right - box.left, bottom: 0 };
    }
    function whole2() {
      const { right, bottom } = cover();
      map.fitBounds(bounds, { paddingTopLeft: [16, 56], paddingBottomRight: [16 + right, 40 + bottom], animate: false });
    }
    let isOpen = false;
    function open() {
      isOpen = map.getContainer().clientWidth > 0;
      if (!isOpen) return;
      map.setMinZoom(0);
      whole2();
      map.setMinZoom(Math.max(0, map.getZoom() - OUTWARDS));
      map.setMaxBounds(bounds.pad(AROUND));
    }
    function arrange() {
      known.soften();
      labels.arrange(marks.boxes());
    }
    function show(lat, lon) {
      const { right, bottom } = cover();
      const padding = { paddingTopLeft: L.point(60, 80), paddingBottomRight: L.point(40 + right, 60 + bottom) };
      map.panInside([lat, lon], padding);
    }
    function travel(id, draft) {
      const town = page.known[page.wanted[id].town || ""];
      if (draft && draft.lat !== null && draft.lon !== null) show(draft.lat, draft.lon);
      else if (town) {
        if (map.getZoom() < TOWN_ZOOM) map.setView([town.lat, town.lon], TOWN_ZOOM, { animate: false });
        show(town.lat, town.lon);
      } else if (cover().bottom) whole2();
    }
    map.on("zoomend", arrange);
    map.on("moveend", () => labels.arrange(marks.boxes()));
    map.on("click", (event) => page.act.point(event.latlng.lat, event.latlng.lng));
    return {
      whole: whole2,
      show,
      zoom: (way) => map.setZoom(map.getZoom() + way),
      /** The radius of a ring that is well seen at this scale. */
      usualRadius() {
        const metres = USUAL_RADIUS_PX / pixels(1, map.getCenter().lat);
        return nearestRadius(metres);
      },
      /** A map that had no room until now shows the whole district first. */
      resized() {
        map.invalidateSize({ animate: false, pan: false });
        if (!isOpen) open();
      },
      start() {
        const container = map.getContainer();
        container.setAttribute("role", "application");
        map.invalidateSize({ animate: false });
        labels.write();
        open();
        marks.follow(page.state, null);
        arrange();
      },
      leaflet: map,
      /** @param {PlacesState} state @param {PlacesState} before */
      follow(state, before) {
        if (state.lang !== before.lang) {
          labels.write();
          arrange();
        }
        marks.follow(state, before);
        if (state.draft !== before.draft || state.answers !== before.answers) labels.arrange(marks.boxes());
        if (state.selected !== before.selected && state.selected) travel(state.selected, state.draft);
      }
    };
  }

  // src/map/ornaments.js
  var BAR_PX = 180;
  var METRES_A_DEGREE4 = 111195;
  var MINUTES = [1, 2, 5, 10, 15, 30, 60];
  var APART_PX = 150;
  var SIDES = { lat: ["N", "S"], lng: ["E", "W"] };
  function roundBelow(metres) {
    const decade = 10 ** Math.floor(Math.log10(metres));
    return (
      /** @type {number} */
      [5, 2, 1].find((step) => step * decade <= metres) * decade
    );
  }
  function minutesText(minutes, side) {
    const whole2 = Math.round(Math.abs(minutes));
    return `${Math.floor(whole2 / 60)}°${String(whole2 % 60).padStart(2, "0")}′${side}`;
  }
  function makeMargin(page, map) {
    const root = document.createElement("div");
    root.className = "yz-margin";
    root.setAttribute("aria-hidden", "true");
    map.getContainer().appendChild(root);
    function degrees2(axis) {
      const view = map.getBounds();
      const isLat = axis === "lat";
      const [from, to] = isLat ? [view.getSouth(), view.getNorth()] : [view.getWest(), view.getEast()];
      const room = (isLat ? map.getSize().y : map.getSize().x) / APART_PX;
      const step = MINUTES.find((minutes) => (to - from) * 60 / minutes <= room) || 60;
      const found = [];
      for (let minute = Math.ceil(from * 60 / step) * step; minute <= to * 60; minute += step) {
        found.push(
          html`<i class=${`yz-degrees ${axis}`} style=${edge(axis, minute / 60)} key=${axis + minute}>${minutesText(minute, SIDES[axis][minute < 0 ? 1 : 0])}</i>`
        );
      }
      return found;
    }
    function edge(axis, at) {
      const middle = map.getCenter();
      if (axis === "lat") return `top:${map.latLngToContainerPoint([at, middle.lng]).y.toFixed(0)}px`;
      return `left:${map.latLngToContainerPoint([middle.lat, at]).x.toFixed(0)}px`;
    }
    function draw() {
      const middle = map.getCenter();
      const point = map.latLngToContainerPoint(middle);
      const beside = map.containerPointToLatLng(point.add([BAR_PX, 0]));
      const metres = Math.abs(beside.lng - middle.lng) * METRES_A_DEGREE4 * Math.cos(middle.lat * Math.PI / 180);
      const round = roundBelow(metres);
      const width = `width:${(round / metres * BAR_PX).toFixed(1)}px`;
      Q(
        html`${degrees2("lat")}${degrees2("lng")}
        <div class="yz-north"><svg width="14" height="20" viewBox="0 0 16 22"><path d="M8 0 14 21 8 16 2 21Z" fill="currentColor" /></svg>${page.say("north")}</div>
        <div class="yz-scale" style=${width}><span>0</span><span>${length(round, page.state.lang)}</span><b></b></div>`,
        root
      );
    }
    map.on("moveend zoomend resize", draw);
    return { draw };
  }

  // src/parts/bar.js
  function bar(page) {
    const { state } = page;
    const count = unsaved(state);
    const choose2 = () => (
      /** @type {HTMLInputElement} */
      document.querySelector("#yz-file").click()
    );
    function typed3(event) {
      const field = (
        /** @type {HTMLInputElement} */
        event.target
      );
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      if (/\d.*\d/.test(field.value) && page.act.coordinates(field.value)) {
        page.store.change({ filter: "" });
        return;
      }
      const first = (
        /** @type {HTMLElement | null} */
        document.querySelector("#yz-list .yz-row")
      );
      if (first) first.click();
    }
    return html`<header class="yz-bar">
    <a class="yz-skip" href="#yz-list">${page.say("skip")}</a>
    <h1><span class="yz-plan">${page.text(page.data.plan.title)}</span> <b>${page.say("places")}</b></h1>
    <label class="yz-search"
      ><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="5" /><path d="M11 11 15 15" /></svg>
      <input id="yz-search" type="search" autocomplete="off" placeholder=${page.say("search")} aria-label=${page.say("search")}
        value=${state.filter} onInput=${(event) => page.store.change({ filter: (
      /** @type {HTMLInputElement} */
      event.target.value
    ) })} onKeyDown=${typed3}
    /></label>
    <div class="yz-file">
      <button type="button" class="quiet" data-tool="lang" lang=${state.lang === "zh" ? "en" : "zh"} onClick=${() => page.store.change({
      lang: state.lang === "zh" ? "en" : "zh",
      message: null
    })}>${page.say("other_lang")}</button>
      <input id="yz-file" type="file" accept=".csv,.tsv,.txt,text/csv" hidden onChange=${(event) => {
      var _a;
      const field = (
        /** @type {HTMLInputElement} */
        event.target
      );
      page.file.open((_a = field.files) == null ? void 0 : _a[0]);
      field.value = "";
    }} />
      <button type="button" data-tool="load" onClick=${choose2}>${page.say("load")}</button>
      <button type="button" data-tool="copy" onClick=${page.file.copy}>${page.say("copy")}</button>
      <button type="button" class="primary" data-tool="save" onClick=${page.file.save}>
        <svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true"><path d="M7 1v9M3 6.5 7 10.5 11 6.5M1 14.5h12" /></svg>
        <b>${page.say("save")}</b> <span>${count ? page.fill("unsaved", { n: count }) : Object.keys(state.answers).length ? page.say("all_saved") : ""}</span>
      </button>
    </div>
  </header>`;
  }

  // src/parts/card_checks.js
  function district(page, lat, lon) {
    const { data, state } = page;
    const name = page.text(data.plan.district);
    if (!data.district) return null;
    if (isInside(data.district, lat, lon))
      return html`<span class="yz-good">✓ ${page.fill("inside", { district: name })}</span>`;
    const far = length(metresToOutline(data.district, lat, lon), state.lang);
    return html`<span class="yz-warn">⚠ ${page.fill("outside", { district: name, far })}</span>`;
  }
  function checks(page, wanted, draft) {
    const { state } = page;
    if (draft.lat === null || draft.lon === null) return html`<p class="yz-wait">${page.say("no_click")}</p>`;
    const town = wanted.town ? page.known[wanted.town] : null;
    return html`${draft.read ? html`<p>${draft.read}</p>` : null}
    <p>${district(page, draft.lat, draft.lon)}
    ${town ? html`<span>${page.fill("town_away", { town: page.text(town.name), far: length(distance([draft.lat, draft.lon], [town.lat, town.lon]), state.lang) })}</span>` : null}</p>`;
  }
  function uses(page, wanted, draft) {
    const others = page.data.wanted.filter((one) => draft.also.includes(one.id));
    const all = [wanted, ...others].flatMap((one) => one.uses);
    const town = wanted.town ? page.known[wanted.town] : null;
    const shrinks = (town == null ? void 0 : town.extent_m) && draft.uncertainty_m && draft.uncertainty_m < town.extent_m ? page.fill("shrinks", {
      from: length(town.extent_m, page.state.lang),
      to: length(draft.uncertainty_m, page.state.lang)
    }) : "";
    const same = namesakes(page.data, wanted.id, draft.name);
    return html`${all.length > 1 || shrinks ? html`<p><b>${page.fill("one_for_all", { n: all.length })}</b>${shrinks ? ` ${shrinks}` : ""}</p>` : null}
    ${same.length ? html`<fieldset><legend>${page.fill("also", { name: draft.name.trim() })}</legend>
          ${same.map(
      (one) => html`<label key=${one.id}><input type="checkbox" checked=${draft.also.includes(one.id)} onChange=${() => page.act.change({
        also: draft.also.includes(one.id) ? draft.also.filter((id) => id !== one.id) : [...draft.also, one.id]
      })} /> ${one.name}</label>`
    )}</fieldset>` : null}
    <ul class="yz-uses">
      ${all.map(
      (use) => html`<li key=${use.key}><b>${page.say(`kind_${use.kind}`)}</b> ${use.name}${use.words && use.words !== use.name ? html` <q>${use.words}</q>` : null} ${" "}<small>${page.text(use.source)}</small>${use.quote ? html`<blockquote>${use.quote}</blockquote>` : null}</li>`
    )}
    </ul>`;
  }

  // ../../../node_modules/preact/hooks/dist/hooks.mjs
  var t3;
  var r2;
  var u2;
  var i2;
  var o2 = Object.is;
  var f2 = 0;
  var c2 = [];
  var e2 = [];
  var a2 = n;
  var v2 = a2.__b;
  var l2 = a2.__r;
  var m2 = a2.diffed;
  var h2 = a2.__c;
  var s2 = a2.unmount;
  var p2 = a2.__;
  function y2(n3, t4) {
    a2.__h && a2.__h(r2, n3, f2 || t4), f2 = 0;
    var u3 = r2.__H || (r2.__H = { __: [], __h: [] });
    return n3 >= u3.__.length && u3.__.push({}), u3.__[n3];
  }
  function d2(n3) {
    return f2 = 1, _2(G2, n3);
  }
  function _2(n3, u3, i3) {
    var f3 = y2(t3++, 2);
    if (f3.t = n3, !f3.__c && (f3.__ = [i3 ? i3(u3) : G2(void 0, u3), function(n4) {
      var t4 = (f3.__N || f3.__)[0], r3 = f3.t(t4, n4);
      o2(t4, r3) || (f3.__N = [r3, f3.__[1]], f3.__c.setState({}));
    }], f3.__c = r2, !r2.__f)) {
      r2.__f = true;
      var c3 = r2.shouldComponentUpdate;
      r2.shouldComponentUpdate = function(n4, t4, r3) {
        var u4 = this.__H;
        if (!u4) return true;
        var i4 = false, f4 = this.props != n4;
        if (u4.__.some(function(n5) {
          n5.__N && (i4 = true, o2(n5.__[0], n5.__N[0]) || (f4 = true));
        }), c3) {
          var e3 = c3.call(this, n4, t4, r3);
          return i4 ? e3 || f4 : e3;
        }
        return !i4 || f4;
      };
    }
    return f3.__;
  }
  function A3(n3, u3) {
    var i3 = y2(t3++, 3);
    !a2.__s && E4(i3.__H, u3) && (i3.__P = true, i3.__ = n3, i3.u = u3, r2.__H.__h.push(i3));
  }
  function g2() {
    var n3;
    do {
      for (; n3 = e2.shift(); ) try {
        C2(n3);
      } catch (t5) {
        a2.__e(t5, { __: (n3 = n3.__P) && n3.__v });
      }
      for (; n3 = c2.shift(); ) {
        var t4 = n3.__H;
        if (n3.__P && t4) try {
          t4.__h.some(C2), t4.__h.some(D2), t4.__h = [];
        } catch (r3) {
          t4.__h = [], a2.__e(r3, n3.__v);
        }
      }
    } while (e2.length);
  }
  a2.__b = function(n3) {
    r2 = null, v2 && v2(n3);
  }, a2.__ = function(n3, t4) {
    n3 && t4.__k && t4.__k.__m && (n3.__m = t4.__k.__m), p2 && p2(n3, t4);
  }, a2.__r = function(n3) {
    l2 && l2(n3), t3 = 0;
    var i3 = (r2 = n3.__c).__H;
    i3 && (u2 == r2 ? r2.__h = [] : (i3.__h.some(C2), i3.__h.some(D2), t3 = 0), i3.__h = [], i3.__.some(function(n4) {
      n4.__N && (n4.__ = n4.__N), n4.u = n4.__N = void 0;
    })), u2 = r2;
  }, a2.diffed = function(n3) {
    m2 && m2(n3);
    var t4 = n3.__c;
    t4 && t4.__H && (t4.__H.__h.length && B3(c2.push(t4)), t4.__H.__.some(function(n4) {
      n4.u && (n4.__H = n4.u);
    })), u2 = r2 = null;
  }, a2.__c = function(n3, t4) {
    t4.some(function(n4) {
      try {
        n4.__h.some(C2), n4.__h = n4.__h.filter(function(n5) {
          return !n5.__ || D2(n5);
        });
      } catch (t5) {
        n4.__h = [function() {
          throw t5;
        }];
      }
    }), h2 && h2(n3, t4);
  }, a2.unmount = function(n3) {
    s2 && s2(n3);
    var t4, r3, u3 = n3.__c;
    u3 && u3.__H && (u3.__H.__.some(function(u4) {
      try {
        if (u4.__P && u4.__c) {
          if (void 0 === r3) {
            for (r3 = n3.__; r3 && (!r3.__c || !r3.__c.__P); ) r3 = r3.__;
            r3 = r3 && r3.__c;
          }
          u4.__P = r3, B3(e2.push(u4));
        } else C2(u4);
      } catch (n4) {
        t4 = n4;
      }
    }), u3.__H = void 0, t4 && a2.__e(t4, u3.__v));
  };
  var k2 = "function" == typeof requestAnimationFrame;
  function z2(n3) {
    var t4, r3 = function() {
      clearTimeout(u3), k2 && cancelAnimationFrame(t4), setTimeout(n3);
    }, u3 = setTimeout(r3, 35);
    k2 && (t4 = requestAnimationFrame(r3));
  }
  function B3(n3) {
    1 != n3 && i2 == a2.requestAnimationFrame || ((i2 = a2.requestAnimationFrame) || z2)(g2);
  }
  function C2(n3) {
    var t4 = r2, u3 = n3.__c;
    "function" == typeof u3 && (n3.__c = void 0, u3()), r2 = t4;
  }
  function D2(n3) {
    var t4 = r2;
    n3.__c = n3.__(), r2 = t4;
  }
  function E4(n3, t4) {
    return !n3 || n3.length != t4.length || t4.some(function(t5, r3) {
      return !o2(t5, n3[r3]);
    });
  }
  function G2(n3, t4) {
    return "function" == typeof t4 ? t4(n3) : t4;
  }

  // src/parts/card_fields.js
  var typed = (event) => (
    /** @type {HTMLInputElement | HTMLSelectElement} */
    event.target.value
  );
  function Read({ id, shown, hint, read }) {
    const [text, setText] = d2(
      /** @type {string | null} */
      null
    );
    A3(() => setText(null), [shown]);
    function take() {
      if (text === null) return;
      if (!text.trim() || text === shown || read(text)) setText(null);
    }
    return html`<input id=${id} type="text" autocomplete="off" spellcheck="false" placeholder=${hint} value=${text === null ? shown : text}
    onInput=${(event) => setText(typed(event))} onBlur=${take}
    onKeyDown=${(event) => {
      if (event.key !== "Enter" || event.isComposing || text === null) return;
      event.preventDefault();
      take();
    }} />`;
  }
  function line(id, label, field, required = "") {
    return html`<div class="yz-field"><label for=${id}>${label}${required && html` <b>${required}</b>`}</label>${field}</div>`;
  }
  function choice(page, choices, id, value, set) {
    if (!choices.closed) {
      return html`<input id=${id} type="text" list=${`${id}-list`} value=${value} onInput=${(event) => set(typed(event))} />
      <datalist id=${`${id}-list`}>${choices.values.map((one) => html`<option key=${one.value} value=${one.value}>${page.text(one.label)}</option>`)}</datalist>`;
    }
    return html`<select id=${id} value=${value} onChange=${(event) => set(typed(event))}>
    <option value="">${page.say("choose")}</option>
    ${choices.values.map((one) => html`<option key=${one.value} value=${one.value} selected=${one.value === value}>${page.text(one.label)}</option>`)}
  </select>`;
  }
  function Position({ page, draft }) {
    const [isShifted, setShifted] = d2(false);
    const shown = draft.lat === null || draft.lon === null ? "" : position(draft.lat, draft.lon);
    return html`${line(
      "yz-lonlat",
      page.say("coordinates"),
      html`<${Read} id="yz-lonlat" shown=${shown} hint=${page.say("coordinates_hint")}
      read=${(text) => page.act.coordinates(text, isShifted)} />`
    )}
    <label class="yz-shifted"><input type="checkbox" checked=${isShifted} onChange=${() => setShifted(!isShifted)} /> ${page.say("shifted")}</label>`;
  }
  function fields(page, wanted, draft) {
    const { data, state } = page;
    const required = page.say("required");
    const sources = [...new Set(Object.values(state.answers).map((answer) => answer.source))];
    const isOutside = draft.lat !== null && draft.lon !== null && !isInside(data.district, draft.lat, draft.lon);
    const metres = (name) => (text) => {
      const read = metresTyped(text);
      if (read === null) return false;
      if (name === "uncertainty_m") page.act.radius(read);
      else page.act.change({ extent_m: read });
      return true;
    };
    return html`${line(
      "yz-place-name",
      page.say("name"),
      html`<input id="yz-place-name" type="text" autocomplete="off" value=${draft.name}
      onInput=${(event) => page.act.change({ name: typed(event), also: [] })} />`
    )}
    <${Position} page=${page} draft=${draft} key=${wanted.id} />
    ${line(
      "yz-error",
      page.say("uncertainty"),
      html`<span class="yz-with-keys"><${Read} id="yz-error" shown=${draft.uncertainty_m ? length(draft.uncertainty_m, state.lang) : ""} hint="—" read=${metres("uncertainty_m")} />
        <small>${page.say("uncertainty_hint")}</small>${keycap("[")}${keycap("]")}</span>`
    )}
    ${line("yz-kind", page.say("kind"), html`${choice(page, data.kinds, "yz-kind", draft.kind, (kind) => page.act.change({ kind }))}`, data.kinds.required ? required : "")}
    ${line("yz-extent", page.say("extent"), html`<${Read} id="yz-extent" shown=${draft.extent_m ? length(draft.extent_m, state.lang) : ""} hint=${page.say("extent_hint")} read=${metres("extent_m")} />`)}
    ${needsEvidence(data, wanted, draft) ? line(
      "yz-evidence",
      page.say("evidence"),
      html`${choice(page, data.evidence, "yz-evidence", draft.evidence, (evidence) => page.act.change({ evidence }))}`,
      required
    ) : null}
    ${isOutside ? line(
      "yz-note",
      page.say("note"),
      html`<input id="yz-note" type="text" value=${draft.note} placeholder=${page.say("note_hint")}
          onInput=${(event) => page.act.change({ note: typed(event) })} />`,
      required
    ) : null}
    ${line(
      "yz-source",
      page.say("source"),
      html`<input id="yz-source" type="text" list="yz-sources" autocomplete="off" aria-required="true" value=${draft.source} placeholder=${page.say("source_hint")}
          onInput=${(event) => page.act.change({ source: typed(event) })} />
        <datalist id="yz-sources">${sources.map((source) => html`<option key=${source} value=${source}></option>`)}</datalist>`,
      required
    )}`;
  }

  // src/parts/card.js
  function card(page) {
    const { selected, draft, answers, lang } = page.state;
    if (!selected || !draft) return null;
    const wanted = page.wanted[selected];
    const lack = lacking(page.data, wanted, draft);
    const town = wanted.town ? page.known[wanted.town] : null;
    const isSet = hasOwn(answers, selected);
    const radius = draft.uncertainty_m ? ` ±${length(draft.uncertainty_m, lang)}` : "";
    return html`<form key=${selected} id="yz-card" class="yz-card" aria-label=${page.say("card")} onSubmit=${(event) => {
      event.preventDefault();
      page.act.confirm();
    }}>
    <h2><b>${draft.name || wanted.name}</b> <small>${town ? page.text(town.name) : wanted.owner}${radius}</small>
      <button type="button" class="yz-close" aria-label=${page.say("close")} onClick=${() => page.act.select(null)}>×</button></h2>
    ${fields(page, wanted, draft)}
    <div class="yz-facts">${checks(page, wanted, draft)}${uses(page, wanted, draft)}</div>
    <div class="yz-decide">
      <button type="submit" class=${lack ? "waiting" : "primary"} data-tool="confirm" aria-disabled=${lack ? "true" : void 0}>
        ${page.say(lack || "confirm")} ${lack ? null : keycap("Enter")}
      </button>
      <button type="button" data-tool="skip" onClick=${page.act.skip}>${page.say("skip_this")} ${keycap("N")}</button>
      ${isSet ? html`<button type="button" data-tool="remove" onClick=${page.act.remove}>${page.say("remove")}</button>` : html`<button type="button" data-tool="cancel" onClick=${page.act.cancel}>${page.say("cancel")} ${keycap("Esc")}</button>`}
    </div>
  </form>`;
  }

  // src/parts/stage.js
  function zoom(page) {
    const button = (words, sign, act) => html`<button type="button" onClick=${act}>
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d=${sign} /></svg><span>${words}</span>
  </button>`;
    return html`<div class="yz-zoom">
    ${button(page.say("zoom_in"), "M9 3v12M3 9h12", () => page.map.zoom(1))}
    ${button(page.say("zoom_out"), "M3 9h12", () => page.map.zoom(-1))}
    ${button(page.say("whole"), "M2 6V2h4M12 2h4v4M16 12v4h-4M6 16H2v-4", page.map.whole)}
  </div>`;
  }
  function hints(page) {
    return html`<p class="yz-hints">
    <span>${page.say("hint_click")}</span><span>${page.say("hint_drag")}</span>
    <span>${keycap("↑")}${keycap("↓")} ${page.say("hint_next")}</span><span>${keycap("N")} ${page.say("hint_skip")}</span>
  </p>`;
  }
  function legend(page) {
    return html`<details class="yz-legend" open=${window.innerWidth > 1100}>
    <summary>${page.say("legend")}</summary>
    <ul>
      <li>${mark("point")}<span>${page.say("legend_point")}</span></li>
      <li>${mark("town")}<span>${page.say("legend_town")}</span></li>
      <li>${mark("none")}<span>${page.say("legend_none")}</span></li>
    </ul>
  </details>`;
  }
  function credits(page) {
    const { data } = page;
    const isSchematic = data.zones.some((zone) => zone.geometry && !zone.official);
    return html`<p class="yz-credits">${[isSchematic ? page.say("credits_schematic") : "", ...data.credits].filter(Boolean).join(" · ")}</p>`;
  }
  function told(page) {
    const { message, conflicts, storage } = page.state;
    const names = Object.keys(conflicts || {}).map((id) => page.wanted[id].name);
    return html`<div class="yz-told" role="status">
    ${message ? html`<p class=${message.tone}>${message.words}</p>` : null}
    ${conflicts ? html`<p class="warned">${page.fill("conflicts", { n: names.length, names: names.slice(0, 5).join("、") })}
          <button type="button" data-tool="take-file" onClick=${() => page.act.resolve(true)}>${page.say("take_file")}</button>
          <button type="button" data-tool="keep-own" onClick=${() => page.act.resolve(false)}>${page.say("keep_own")}</button></p>` : null}
    ${storage === "refused" ? html`<p class="warned">${page.say("storage_refused")}</p>` : null}
  </div>`;
  }
  function panes(page) {
    return html`<div class="yz-panes" role="group" aria-label=${page.say("places")}>
    ${/** @type {const} */
    ["list", "map"].map(
      (pane) => html`<button type="button" key=${pane} aria-pressed=${String(page.state.pane === pane)} onClick=${() => page.store.change({ pane })}>${page.say(`pane_${pane}`)}</button>`
    )}
  </div>`;
  }

  // ../page/src/outputs/save.js
  var KEEP_MS = 1e4;
  function save(blob, name) {
    const anchor = document.createElement("a");
    const address = URL.createObjectURL(blob);
    anchor.href = address;
    anchor.download = name;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
  }

  // ../page/src/outputs/csv.js
  var QUOTED = /[",\r\n]/;
  function cell(value, formula) {
    const plain = value === null || value === void 0 ? "" : Array.isArray(value) ? value.join("、") : String(value);
    const text = typeof value !== "number" && formula.test(plain) ? `'${plain}` : plain;
    return QUOTED.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  }

  // src/saving/table.js
  var NUMBER2 = /^[+-]?\d+(\.\d+)?$/;
  var NEEDED = ["place_id", "name", "lon", "lat", "uncertainty_m", "source"];
  function whole(data, rows) {
    const { columns, rows: known } = data.table;
    const added = ["extent_m"].filter((name) => !columns.includes(name) && rows.some((row2) => row2[name]));
    const extra = data.extra.filter((name) => !columns.includes(name));
    const heads = [...columns, ...added, ...extra];
    const place = columns.indexOf("place_id");
    const changed = new Map(rows.map((row2) => [row2.place_id, row2]));
    const before = known.map((cells) => {
      const row2 = changed.get(cells[place]);
      changed.delete(cells[place]);
      const own = Object.fromEntries(columns.map((name, number) => [name, cells[number]]));
      return (
        /** @type {PlacesRow} */
        { ...own, plan: data.plan.name, ...row2 }
      );
    });
    const after = rows.filter((row2) => changed.has(row2.place_id));
    return [heads, ...[...before, ...after].map((row2) => heads.map((name) => row2[name] || ""))];
  }
  var typed2 = (text) => NUMBER2.test(text) ? Number(text) : text;
  function commaSeparated(rows, formula) {
    const lines = rows.map((row2) => row2.map((text) => numberOrCell(text, formula)).join(","));
    return `\uFEFF${lines.join("\r\n")}\r
`;
  }
  function numberOrCell(text, formula) {
    return typeof typed2(text) === "number" ? text : cell(text, formula);
  }
  function tabSeparated(rows, formula) {
    return rows.map(
      (row2) => row2.map((text) => {
        const plain = numberOrCell(text, formula);
        return plain.includes("	") ? `"${text.replace(/"/g, '""')}"` : plain;
      }).join("	")
    ).join("\r\n");
  }
  function parsed(text) {
    const plain = text.replace(/^\ufeff/, "");
    const head2 = plain.split(/\r?\n/, 1)[0];
    const separator = head2.split("	").length > head2.split(",").length ? "	" : ",";
    const rows = [[]];
    const pattern = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r\\n|\\n|\\r|$)`, "g");
    for (const match of plain.matchAll(pattern)) {
      const quoted = match[1].startsWith('"');
      rows[rows.length - 1].push(quoted ? match[1].slice(1, -1).replace(/""/g, '"') : match[1]);
      if (match[2] === "") break;
      if (match[2] !== separator) rows.push([]);
    }
    return rows.filter((row2) => row2.some((text2) => text2.trim()));
  }
  function byColumn(cells, formula) {
    const heads = (cells[0] || []).map((name) => name.trim());
    const missing = NEEDED.filter((name) => !heads.includes(name));
    const rows = cells.slice(1).map(
      (row2) => Object.fromEntries(
        heads.map((name, number) => {
          const text = (row2[number] || "").trim();
          return [name, text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text];
        })
      )
    );
    return { rows, missing };
  }
  function unusable(rows) {
    for (const [number, row2] of rows.entries()) {
      for (
        const [column, most] of
        /** @type {[string, number][]} */
        [
          ["lon", 180],
          ["lat", 90],
          ["uncertainty_m", 1e6]
        ]
      ) {
        const cellText = row2[column];
        if (!NUMBER2.test(cellText) || Math.abs(Number(cellText)) > most)
          return { row: number + 2, column, cell: cellText };
      }
    }
    return null;
  }

  // src/saving/file.js
  var NAME = "places.csv";
  function makeFile(page) {
    const { data } = page;
    const formula = new RegExp(data.formula);
    const table = () => whole(data, [...rowsOf(data, page.state.answers), ...page.state.extra]);
    function tell(words, tone = "told") {
      page.store.change({ message: { words, tone } });
    }
    function decoded(content) {
      try {
        return new TextDecoder("utf-8", { fatal: true }).decode(content);
      } catch {
        return new TextDecoder("gb18030").decode(content);
      }
    }
    const file = {
      text: () => commaSeparated(table(), formula),
      save() {
        save(new Blob([file.text()], { type: "text/csv;charset=utf-8" }), NAME);
        const count = Object.keys(page.state.answers).length;
        page.store.change({
          saved: asSaved(page.state.answers),
          message: { words: page.fill("now_saved", { n: count }), tone: "told" }
        });
      },
      async copy() {
        const rows = table();
        try {
          await navigator.clipboard.writeText(tabSeparated(rows, formula));
          tell(page.fill("copied", { n: rows.length - 1 }));
        } catch {
          tell(page.say("not_copied"), "warned");
        }
      },
      /** @param {string} text @param {string} name of the file */
      read(text, name) {
        const { rows, missing } = byColumn(parsed(text), formula);
        if (missing.length) {
          tell(page.fill("no_table", { file: name, columns: missing.join(", ") }), "warned");
          return;
        }
        const other = rows.find((row2) => row2.plan && row2.plan !== data.plan.name);
        if (other) {
          tell(page.fill("other_plan", { other: other.plan, own: data.plan.name }), "warned");
          return;
        }
        const bad = unusable(rows);
        if (bad) {
          tell(page.fill("bad_row", bad), "warned");
          return;
        }
        const { added, conflicts, extra, same } = merged(data, page.state.answers, rows);
        const known = new Set(page.state.extra.map((row2) => row2.place_id));
        page.act.remember();
        page.store.change({
          answers: { ...page.state.answers, ...added },
          extra: [...page.state.extra, ...extra.filter((row2) => !known.has(row2.place_id))],
          conflicts: Object.keys(conflicts).length ? conflicts : null,
          message: { words: page.fill("loaded", { n: Object.keys(added).length, same }), tone: "told" }
        });
      },
      /** @param {File | undefined | null} given */
      async open(given) {
        if (given) file.read(decoded(await given.arrayBuffer()), given.name);
      }
    };
    return file;
  }

  // src/saving/storage.js
  var nameOf = (data) => `yzgeo-places-${data.plan.key}`;
  function kept(data) {
    const nothing = { answers: {}, skipped: {}, extra: [], saved: {}, storage: "kept" };
    try {
      const name = nameOf(data);
      const text = localStorage.getItem(name);
      localStorage.setItem(name, text || "");
      if (!text) return nothing;
      const { rows, skipped, saved } = JSON.parse(text);
      const { added, extra } = merged(data, {}, rows);
      const ids = new Set(data.wanted.map((wanted) => wanted.id));
      return {
        answers: added,
        extra,
        skipped: Object.fromEntries(
          Object.keys(skipped).filter((id) => ids.has(id)).map((id) => [id, true])
        ),
        saved: Object.fromEntries(Object.entries(saved).filter(([id]) => hasOwn(added, id))),
        storage: "kept"
      };
    } catch {
      return { ...nothing, storage: "refused" };
    }
  }
  function keep(data, state) {
    try {
      const rows = [...rowsOf(data, state.answers), ...state.extra];
      localStorage.setItem(nameOf(data), JSON.stringify({ rows, skipped: state.skipped, saved: state.saved }));
      return true;
    } catch {
      return false;
    }
  }

  // src/texts.js
  var TEXTS = {
    places: { zh: "补地点", en: "Places" },
    skip: { zh: "跳到清单", en: "Skip to the list" },
    search: { zh: "地名，或粘贴经纬度", en: "A name, or paste coordinates" },
    load: { zh: "载入已存的 places.csv", en: "Load a saved places.csv" },
    copy: { zh: "复制为表格", en: "Copy as a table" },
    save: { zh: "保存 places.csv", en: "Save places.csv" },
    unsaved: { zh: "{n} 处未存", en: "{n} not saved" },
    all_saved: { zh: "已存", en: "saved" },
    other_lang: { zh: "English", en: "中文" },
    left: { zh: "还有 {n} 处没有地点", en: "{n} still without a place" },
    left_town: { zh: "还有 {n} 处只知在某镇", en: "{n} known only to be in a town" },
    left_none: { zh: "没有缺地点的了", en: "Nothing is without a place" },
    left_done: { zh: "全部看过：{n} 处记为规划未载", en: "All seen: {n} marked as not stated" },
    of_all: { zh: "共 {n} 处", en: "of {n}" },
    settled: { zh: "{n} 已定到点", en: "{n} at a point" },
    town_only: { zh: "{n} 只知在某镇", en: "{n} in a known town" },
    unknown: { zh: "{n} 规划未载", en: "{n} not stated" },
    set_now: { zh: "本次新定 {n}", en: "{n} set now" },
    progress: { zh: "{n} / {all} 个地名", en: "{n} of {all} names" },
    group_town: { zh: "只知在某镇", en: "Town known" },
    group_zone: { zh: "片区，规划未述位置", en: "Zones, place not stated" },
    group_park: { zh: "园区，规划未述位置", en: "Parks, place not stated" },
    group_project: { zh: "项目，规划未述地点", en: "Projects, place not stated" },
    names: { zh: "{n} 个地名，{uses} 处", en: "{n} names, {uses} uses" },
    by_use: { zh: "按用到的处数", en: "by uses" },
    by_money: { zh: "按投资", en: "by investment" },
    used: { zh: "用于 {n} 处", en: "{n} uses" },
    filter: { zh: "筛选清单", en: "Filter the list" },
    open_only: { zh: "未定", en: "Open" },
    all: { zh: "全部", en: "All" },
    nothing_fits: { zh: "无符合项", en: "Nothing fits" },
    clear: { zh: "清除", en: "Clear" },
    undoable: { zh: "可撤销 Z", en: "Z undoes" },
    answered: { zh: "已定 ±{radius}，来源已填", en: "Set, ±{radius}, with its source" },
    answered_with: { zh: "与“{name}”同一处", en: "Same place as {name}" },
    skipped: { zh: "已记：规划未载，不上图", en: "Marked: not stated, not on the map" },
    kind_zone: { zh: "片区", en: "Zone" },
    kind_park: { zh: "园区", en: "Park" },
    kind_project: { zh: "项目", en: "Project" },
    owner_note: { zh: "业主地址不等于项目地点", en: "An owner's address is no project's place" },
    hint_click: { zh: "单击定点", en: "Click sets the point" },
    hint_drag: { zh: "拖圆环定误差", en: "Drag the ring" },
    hint_next: { zh: "换下一个", en: "next" },
    hint_skip: { zh: "规划未载", en: "not stated" },
    zoom_in: { zh: "放大", en: "In" },
    zoom_out: { zh: "缩小", en: "Out" },
    whole: { zh: "全区", en: "All" },
    north: { zh: "北", en: "N" },
    map: { zh: "地图：{district}", en: "Map of {district}" },
    card: { zh: "定点", en: "Set the place" },
    close: { zh: "关闭", en: "Close" },
    name: { zh: "地名", en: "Name" },
    coordinates: { zh: "经纬度", en: "Lon, lat" },
    coordinates_hint: { zh: "点图，或粘贴 121.53, 29.77", en: "Click the map, or paste 121.53, 29.77" },
    uncertainty: { zh: "不确定", en: "Error" },
    uncertainty_hint: { zh: "拖圈或输入", en: "drag or type" },
    extent: { zh: "范围", en: "Extent" },
    extent_hint: { zh: "半径，可不填", en: "radius, optional" },
    kind: { zh: "类别", en: "Kind" },
    choose: { zh: "请选", en: "choose" },
    source: { zh: "来源", en: "Source" },
    required: { zh: "必填", en: "required" },
    source_hint: { zh: "谁说的、哪份文件、何时", en: "Who said it, which file, when" },
    evidence: { zh: "依据", en: "Evidence" },
    note: { zh: "说明", en: "Note" },
    note_hint: { zh: "为何在区外", en: "why it lies outside" },
    shifted: { zh: "坐标取自高德、腾讯地图（GCJ-02）", en: "Taken from Amap or Tencent maps (GCJ-02)" },
    drag_here: { zh: "拖此：±{radius}", en: "Drag: ±{radius}" },
    inside: { zh: "在{district}内", en: "Inside {district}" },
    outside: { zh: "在{district}外 {far}，可定，须写说明", en: "{far} outside {district}: allowed with a note" },
    town_away: { zh: "距{town}中心 {far}", en: "{far} from the middle of {town}" },
    no_click: { zh: "还没有点：单击地图，或在经纬度里粘贴", en: "No point yet: click the map, or paste coordinates" },
    one_for_all: { zh: "一处定，{n} 处用", en: "Set once, used {n} times" },
    shrinks: { zh: "不确定由 {from} 缩到 {to}", en: "error from {from} down to {to}" },
    also: { zh: "名中也有“{name}”，勾选即同一处：", en: "{name} occurs in these too; tick those at the same place:" },
    confirm: { zh: "定下", en: "Set it" },
    first_point: { zh: "先点图，再定下", en: "First the point" },
    first_source: { zh: "先填来源，再定下", en: "First the source" },
    first_kind: { zh: "先选类别，再定下", en: "First the kind" },
    first_evidence: { zh: "先选项目依据", en: "First the evidence" },
    first_note: { zh: "先写区外说明", en: "First the note" },
    first_name: { zh: "先填地名", en: "First the name" },
    cancel: { zh: "取消", en: "Cancel" },
    skip_this: { zh: "规划未载", en: "Not stated" },
    remove: { zh: "撤回此点", en: "Remove it" },
    only_town: { zh: "只知“在{town}”：{far}内都可能", en: "Known only to be in {town}: anywhere within {far}" },
    only_town_unknown: { zh: "只知“在{town}”，镇的范围未知", en: "Known only to be in {town}, its extent unknown" },
    middle_of: { zh: "{town}中心", en: "Middle of {town}" },
    legend: { zh: "圈的大小就是不知道的范围", en: "A ring is as large as what is not known" },
    legend_point: { zh: "已定的点，实圈为误差", en: "A point that is set; the solid ring is its error" },
    legend_town: {
      zh: "只知在某镇：虚圈是全镇的范围，不是镇中心的误差",
      en: "Only the town is known: the dashed ring is the whole town, not the error of its middle"
    },
    legend_none: { zh: "规划未载：不上图，也不猜", en: "Not stated: not on the map, and not guessed" },
    credits_schematic: { zh: "片区为示意，非测绘成果", en: "Zones are schematic, not surveyed" },
    read_degrees: { zh: "十进制度", en: "decimal degrees" },
    read_minutes: { zh: "度、分", en: "degrees and minutes" },
    read_seconds: { zh: "度、分、秒", en: "degrees, minutes, seconds" },
    read_lon_lat: { zh: "经度在前", en: "longitude first" },
    read_lat_lon: { zh: "纬度在前", en: "latitude first" },
    read_named: { zh: "原文写明经、纬", en: "named in the text" },
    read: {
      zh: "读作：经度 {lon}，纬度 {lat}（{form}，{order}）",
      en: "Read as longitude {lon}, latitude {lat} ({form}, {order})"
    },
    not_read: {
      zh: "读不出经纬度：写成 121.53, 29.77 或 121°31′48″E 29°46′12″N",
      en: "No coordinates in it: write 121.53, 29.77 or 121°31′48″E 29°46′12″N"
    },
    projected: {
      zh: "像是以米计的投影坐标：请先换成经纬度",
      en: "These look like projected metres: convert them to degrees first"
    },
    pick_first: { zh: "先在清单里选一个地名", en: "First choose a name in the list" },
    now_set: { zh: "已定：{name}", en: "Set: {name}" },
    now_skipped: { zh: "记为规划未载：{name}", en: "Marked as not stated: {name}" },
    undo: { zh: "撤销", en: "Undo" },
    undone: { zh: "已撤销", en: "Undone" },
    nothing_to_undo: { zh: "没有可撤销的", en: "Nothing to undo" },
    now_saved: {
      zh: "已交给浏览器下载 places.csv（{n} 处新定）；再用 yzgeo places 收进规划文件夹",
      en: "places.csv is handed to the browser ({n} set here); take it into the plan folder with yzgeo places"
    },
    copied: { zh: "已复制 {n} 行，可粘贴到表格", en: "{n} rows copied, ready to paste into a spreadsheet" },
    not_copied: { zh: "浏览器不让复制：请用保存", en: "The browser refuses to copy: save the file instead" },
    loaded: { zh: "载入 {n} 处；与规划相同的 {same} 行未动", en: "{n} loaded; {same} rows as in the plan left alone" },
    other_plan: {
      zh: "这是“{other}”的地点，本页是“{own}”，未载入",
      en: "Holds places of {other}, this page is of {own}: not loaded"
    },
    no_table: {
      zh: "{file} 不是地点表：缺 {columns} 列。请给网页保存的 places.csv",
      en: "{file} is no table of places: it lacks {columns}. Give the places.csv that this page saved"
    },
    bad_row: {
      zh: "第 {row} 行的 {column} 不可用，未载入：{cell}",
      en: "Row {row}, {column} cannot be used, nothing is loaded: {cell}"
    },
    conflicts: { zh: "{n} 处两边不同：{names}", en: "{n} differ from what was set here: {names}" },
    take_file: { zh: "用文件的", en: "Take the file's" },
    keep_own: { zh: "留本页的", en: "Keep mine" },
    storage_refused: {
      zh: "浏览器不让本页自动保存：请随时下载 places.csv",
      en: "The browser keeps nothing for this page: download places.csv often"
    },
    drop_here: { zh: "松手即载入 places.csv", en: "Drop places.csv to load it" },
    pane_list: { zh: "清单", en: "List" },
    pane_map: { zh: "地图", en: "Map" },
    extra_rows: {
      zh: "另有 {n} 行本规划未用到，保存时原样带上",
      en: "{n} more rows that nothing here uses are saved as they came"
    }
  };

  // src/places.js
  var LISTED = (
    /** @type {const} */
    ["answers", "skipped", "selected", "lang", "filter", "status", "extra", "past"]
  );
  function firstState(data) {
    return {
      draft: null,
      selected: null,
      lang: data.lang,
      filter: "",
      status: "all",
      pane: "list",
      past: [],
      conflicts: null,
      message: null,
      ...kept(data)
    };
  }
  function makePage(data) {
    const store = createStore(firstState(data), (state, patch) => ({
      ...state,
      ...patch
    }));
    const page = (
      /** @type {PlacesPage} */
      {
        data,
        store,
        get state() {
          return store.get();
        },
        wanted: Object.fromEntries(data.wanted.map((one) => [one.id, one])),
        known: Object.fromEntries(data.places.map((one) => [one.place_id, one])),
        text: (both) => both[store.get().lang],
        say: (key) => page.text(TEXTS[key]),
        fill: (key, values) => page.say(key).replace(/\{(\w+)\}/g, (_3, name) => String(values[name]))
      }
    );
    page.act = makeActions(page);
    page.file = makeFile(page);
    return page;
  }
  function start(leaflet) {
    const data = (
      /** @type {PlacesData} */
      JSON.parse(byId("yz-data").textContent || "")
    );
    const page = makePage(data);
    const root = byId("yz-places");
    const stage = document.createElement("div");
    stage.className = "yz-stage";
    const over = document.createElement("div");
    over.className = "yz-over";
    const [head2, side, foot] = ["yz-top", "yz-side", "yz-foot"].map((name) => {
      const node = document.createElement("div");
      node.className = name;
      return node;
    });
    const main = document.createElement("main");
    main.append(side, stage);
    root.append(head2, main, foot);
    stage.append(leaflet.getContainer(), over);
    function draw(before) {
      document.documentElement.lang = page.state.lang;
      document.body.dataset.pane = page.state.pane;
      document.body.classList.toggle("yz-picking", Boolean(page.state.draft));
      document.title = `${page.say("places")} · ${page.text(data.plan.title)}`;
      leaflet.getContainer().setAttribute("aria-label", page.fill("map", { district: page.text(data.plan.district) }));
      Q(bar(page), head2);
      if (!before || LISTED.some((name) => page.state[name] !== before[name])) Q(list(page), side);
      Q(
        html`${zoom(page)}${hints(page)}${legend(page)}${credits(page)}${card(page)}${told(page)}<p class="yz-drop">${page.say("drop_here")}</p>`,
        over
      );
      Q(panes(page), foot);
    }
    function bringIntoSight() {
      const row2 = (
        /** @type {HTMLElement | null} */
        side.querySelector(".yz-row.chosen")
      );
      const active = document.activeElement;
      row2 == null ? void 0 : row2.scrollIntoView({ block: "nearest" });
      const wasInCard = !active || active === document.body || Boolean(active.closest("#yz-card"));
      if (row2 && wasInCard) row2.focus({ preventScroll: true });
    }
    document.querySelector("meta[name=viewport]").content = "width=device-width, initial-scale=1";
    page.map = /** @type {PlacesPage["map"]} */
    { usualRadius: () => 0 };
    page.map = makePlacesMap(page, leaflet);
    draw(null);
    page.map.start();
    const margin = makeMargin(page, leaflet);
    margin.draw();
    page.store.subscribe((state, before) => {
      draw(before);
      if (state.pane !== before.pane) page.map.resized();
      page.map.follow(state, before);
      if (state.selected !== before.selected) bringIntoSight();
      if (state.lang !== before.lang) margin.draw();
      if (state.answers !== before.answers || state.skipped !== before.skipped || state.saved !== before.saved || state.extra !== before.extra) {
        const storage = keep(data, state) ? "kept" : "refused";
        if (storage !== state.storage) page.store.change({ storage });
      }
    });
    window.addEventListener("resize", () => page.map.resized());
    window.addEventListener("beforeunload", (event) => {
      if (unsaved(page.state)) event.preventDefault();
    });
    listenToKeys(page);
    listenToFiles(page);
    window.yzgeoPlaces = page;
    window.yzgeo.ready = true;
  }

  // src/main.js
  window.yzgeo = { ready: false };
  window.yzPlaces = start;
})();
