// The contract and the actions name everything there is; each bundle shall carry what it uses. This Babel plugin says of
// each value worked out when a file is loaded that working it out does nothing else, so that bundlers drop unused ones.
// With `namesOnly` an action keeps its name alone: the phone needs no more, since the cloud checks the shapes.
module.exports = ({ types: t }, { namesOnly = false }) => {
  const pure = (call) => t.addComment(call, 'leading', '#__PURE__')
  const bare = (init) => (t.isTSAsExpression(init) || t.isTSSatisfiesExpression(init) ? bare(init.expression) : init)
  const isAction = (init) => t.isCallExpression(init) && t.isIdentifier(init.callee, { name: 'action' })
  const isWorkedOut = (init) => {
    let is = false
    t.traverseFast(init, (node) => {
      if (t.isFunction(node)) return t.traverseFast.skip
      is ||= t.isCallExpression(node) || t.isSpreadElement(node)
    })
    return is
  }
  const declaratorsOf = (statement) => {
    const declaration = statement.isExportNamedDeclaration() ? statement.get('declaration') : statement
    return declaration.isVariableDeclaration() ? declaration.node.declarations : []
  }
  return {
    name: 'droppable',
    visitor: {
      Program(program) {
        for (const declarator of program.get('body').flatMap(declaratorsOf)) {
          const init = bare(declarator.init)
          if (namesOnly && isAction(init)) {
            declarator.init = pure(t.callExpression(init.callee, init.arguments.slice(0, 1)))
          } else if (isWorkedOut(init)) {
            declarator.init = pure(t.callExpression(t.arrowFunctionExpression([], init), []))
          }
        }
        // What is imported for the shapes only is imported no more.
        program.scope.crawl()
      },
    },
  }
}
